package nl.buurtpuls.report.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.current.Replacements;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.snapshot.Snapshots;
import nl.buurtpuls.report.stream.Board.Thing;
import nl.buurtpuls.report.stream.Client.Told;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients what changes: readers of exact figures at once, others when what is published changes. What happened and
 * does not show in what is published is not told to them either.
 */
@ApplicationScoped
public class Streams {

    private static final int MOST_ALERTS = 10_000;

    private final Hall published;
    private final Hall exact;
    private final Replacements replacements;
    private final Areas areas;
    private final StreamConfig config;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();

    Streams(
            Gate gate,
            Snapshots snapshots,
            Areas areas,
            Replacements replacements,
            ObjectMapper json,
            Vertx vertx,
            StreamConfig config,
            Clock clock,
            MeterRegistry registry) {
        this.replacements = replacements;
        this.areas = areas;
        this.config = config;
        String started = Long.toString(clock.millis(), Character.MAX_RADIX);
        Board forAll = new Board();
        Board forExactReaders = new Board();
        published = new Hall(
                "p" + started,
                forAll,
                new Followed(forAll, gate.published(), config.restOfPublished(), snapshots, json, vertx, this::wake));
        exact = new Hall(
                "e" + started,
                forExactReaders,
                new Followed(
                        forExactReaders, gate.withinTheService(), Duration.ZERO, snapshots, json, vertx, this::wake));
        Gauge.builder("buurtpuls.stream.clients", clients, Set::size)
                .description("Clients that follow the stream")
                .register(registry);
    }

    /**
     * Where readers of one kind follow.
     *
     * @param name tells its places from those of others, and of those before this service started
     */
    private record Hall(String name, Board board, Followed snapshots) {}

    void start(@Observes StartupEvent event) {
        replacements.listen(new Replacements.Listener() {
            @Override
            public void replaced(String code) {
                areas.find(code).ifPresent(area -> {
                    exact.snapshots().replaced(area);
                    published.snapshots().replaced(area);
                });
            }

            @Override
            public void resumed() {
                exact.snapshots().allMayBeReplaced();
                published.snapshots().allMayBeReplaced();
            }
        });
        Multi.createFrom()
                .ticks()
                .every(config.heartbeat())
                .onOverflow()
                .drop()
                .subscribe()
                .with(any -> clients.forEach(Client::beat));
    }

    void stop(@Observes ShutdownEvent event) {
        clients.forEach(Client::end);
    }

    /** An alert is now as {@code json} tells it, which holds only what everybody may read of it. */
    public void alert(String area, String id, String json) {
        for (Hall hall : new Hall[] {published, exact}) {
            if (hall.board().put(new Thing(StreamTopic.ALERTS, id), area, json)) {
                hall.board().keepNewest(StreamTopic.ALERTS, MOST_ALERTS);
                wake();
            }
        }
    }

    /** Whether one more may follow. */
    boolean hasRoom() {
        return clients.size() < config.mostClients();
    }

    /**
     * How far all is, to be told of what changes from here on. To be asked while the call is taken: its answer begins before
     * it is subscribed to, and whoever sees it begin may rely on being told.
     */
    Now now() {
        return new Now(published.board().last(), exact.board().last());
    }

    /** The last places of both boards at one moment. */
    record Now(long published, long exact) {}

    /**
     * Follows.
     *
     * @param exactly whether the reader may have exact figures
     * @param since what the client was told last, {@code null} to be told of what changes from {@code now} on. A place
     *     elsewhere says nothing here: the newest state of everything is told then
     */
    Multi<Told> follow(Wish wish, boolean exactly, @Nullable Place since, Now now, Context eventLoop) {
        Hall hall = exactly ? exact : published;
        Place from = since == null
                ? new Place(hall.name(), exactly ? now.exact() : now.published())
                : since.board().equals(hall.name()) ? since : new Place(hall.name(), 0);
        return Multi.createFrom().publisher((Flow.Publisher<Told>) subscriber -> {
            hall.snapshots().add(wish.snapshots(), !exactly || since != null);
            Client client = new Client(hall.board(), wish, from, eventLoop, subscriber, left -> left(hall, left));
            clients.add(client);
            subscriber.onSubscribe(client);
        });
    }

    private void left(Hall hall, Client client) {
        if (clients.remove(client)) {
            hall.snapshots().remove(client.wish().snapshots());
        }
    }

    private void wake() {
        clients.forEach(Client::wake);
    }
}
