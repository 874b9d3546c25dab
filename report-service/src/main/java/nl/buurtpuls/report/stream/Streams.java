package nl.buurtpuls.report.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.current.Replacements;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.snapshot.Snapshots;
import nl.buurtpuls.report.stream.Board.Thing;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients what changes: readers of exact figures at once, others when what is published changes. What happened and
 * does not show in what is published is not told to them either.
 */
@ApplicationScoped
public class Streams {

    private static final int MOST_ALERTS = 10_000;

    /** Cells are told area by area, hundreds at once, and each concerns all that is followed in its municipality. */
    private static final Duration GATHERING = Duration.ofMillis(200);

    private final Audience published;
    private final Audience exact;
    private final Replacements replacements;
    private final Gate gate;
    private final Areas areas;
    private final AreaTable table;
    private final Dates dates;
    private final StreamConfig config;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    /** Municipalities, and areas above them, in which what is published may be another since it was last looked at. */
    private final Set<String> corrected = ConcurrentHashMap.newKeySet();

    Streams(
            Gate gate,
            Snapshots snapshots,
            Areas areas,
            AreaTable table,
            Dates dates,
            Replacements replacements,
            ObjectMapper json,
            Vertx vertx,
            StreamConfig config,
            MeterRegistry registry) {
        this.replacements = replacements;
        this.gate = gate;
        this.areas = areas;
        this.table = table;
        this.dates = dates;
        this.config = config;
        String name = Long.toString(new SecureRandom().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
        Board forAll = new Board("p" + name);
        Board forExactReaders = new Board("e" + name);
        published = new Audience(
                forAll,
                new Followed(forAll, gate.published(), config.restOfPublished(), snapshots, json, vertx, this::wake));
        exact = new Audience(
                forExactReaders,
                new Followed(
                        forExactReaders, gate.withinTheService(), Duration.ZERO, snapshots, json, vertx, this::wake));
        Gauge.builder("buurtpuls.stream.clients", clients, Set::size)
                .description("Clients that follow the stream")
                .register(registry);
    }

    /** Where readers of one kind follow. */
    private record Audience(Board board, Followed snapshots) {}

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
            public void recounted(Map<String, LocalDate> firstDays) {
                // Today's cells do not show in what is published, but for the first of all, whose snapshots are told
                // anyway.
                LocalDate firstOfMonth = gate.published().date(dates.today());
                firstDays.forEach((code, first) -> {
                    if (!first.isAfter(firstOfMonth)) {
                        corrected.addAll(table.placesFollowing(code));
                    }
                });
            }

            @Override
            public void resumed() {
                exact.snapshots().replacedIf(any -> true);
                published.snapshots().replacedIf(any -> true);
            }
        });
        Multi.createFrom()
                .ticks()
                .every(GATHERING)
                .onOverflow()
                .drop()
                .subscribe()
                .with(any -> lookAtCorrected());
        Multi.createFrom()
                .ticks()
                .every(config.heartbeat())
                .onOverflow()
                .drop()
                .subscribe()
                .with(any -> clients.forEach(Client::beat));
    }

    private void lookAtCorrected() {
        Set<String> places = Set.copyOf(corrected);
        if (!places.isEmpty()) {
            corrected.removeAll(places);
            published.snapshots().replacedIf(area -> places.contains(table.placeOf(area)));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        clients.forEach(Client::end);
    }

    /** An alert is now as {@code json} tells it, which holds only what everybody may read of it. */
    public void alert(String area, String id, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        for (Audience audience : new Audience[] {published, exact}) {
            if (audience.board().put(new Thing(StreamTopic.ALERTS, id), area, bytes)) {
                audience.board().keepNewest(StreamTopic.ALERTS, MOST_ALERTS);
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
     * Follows, until {@link #leave}.
     *
     * @param exactly whether the reader may have exact figures
     * @param since what the client was told last, {@code null} to be told of what changes from {@code now} on. A place
     *     elsewhere says nothing here: the newest state of everything is told then
     * @param out where it is told
     */
    Client follow(
            Subscription subscription,
            boolean exactly,
            @Nullable StreamPosition since,
            Now now,
            Context eventLoop,
            WriteStream<Buffer> out) {
        Audience audience = exactly ? exact : published;
        Board board = audience.board();
        long place = since == null
                ? exactly ? now.exact() : now.published()
                : since.board().equals(board.name()) ? since.place() : 0;
        audience.snapshots().add(subscription.snapshots(), !exactly || since != null);
        Client client = new Client(board, subscription, place, eventLoop, out);
        clients.add(client);
        client.wake();
        return client;
    }

    /** A client has gone. */
    void leave(Client client) {
        client.left();
        if (clients.remove(client)) {
            Audience audience = client.board() == exact.board() ? exact : published;
            audience.snapshots().remove(client.subscription().snapshots());
        }
    }

    private void wake() {
        clients.forEach(Client::wake);
    }
}
