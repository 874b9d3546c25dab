package nl.buurtpuls.report.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import nl.buurtpuls.report.current.Replacements;
import nl.buurtpuls.report.snapshot.CurrentSnapshots;
import nl.buurtpuls.report.snapshot.SnapshotView;
import nl.buurtpuls.report.stream.Board.Thing;
import nl.buurtpuls.report.stream.Client.Told;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients what changes. A snapshot is read once for all who follow it, when it was replaced, and told if it says
 * something else than before: that something happened which does not show in what is published is not told either.
 */
@ApplicationScoped
public class Streams implements Replacements.Listener {

    private static final Logger LOG = Logger.getLogger(Streams.class);

    /** Of those that nobody follows any more, for who comes back soon. */
    private static final int MOST_IDLE_SNAPSHOTS = 1_000;

    private static final int MOST_ALERTS = 10_000;

    private final CurrentSnapshots snapshots;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Replacements replacements;
    private final StreamConfig config;
    private final String name;
    private final Board board = new Board();
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();

    /** What follows is guarded by this object: how many follow each area, and what is being read. */
    private final Map<String, Integer> followers = new HashMap<>();

    private final Set<String> reading = new HashSet<>();
    private final Set<String> replacedMeanwhile = new HashSet<>();

    Streams(
            CurrentSnapshots snapshots,
            ObjectMapper json,
            Vertx vertx,
            Replacements replacements,
            StreamConfig config,
            Clock clock,
            MeterRegistry registry) {
        this.snapshots = snapshots;
        this.json = json;
        this.vertx = vertx;
        this.replacements = replacements;
        this.config = config;
        this.name = Long.toString(clock.millis(), Character.MAX_RADIX);
        Gauge.builder("buurtpuls.stream.clients", clients, Set::size)
                .description("Clients that follow the stream")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        replacements.listen(this);
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

    /** An alert is now as {@code json} tells it, which holds what may be read of it only. */
    public void alert(String area, String id, String json) {
        if (board.put(new Thing(StreamTopic.ALERTS, id), area, json)) {
            board.keepNewest(StreamTopic.ALERTS, MOST_ALERTS);
            wake();
        }
    }

    /** Whether one more may follow. */
    boolean hasRoom() {
        return clients.size() < config.mostClients();
    }

    /** The id of an event that stands at a place of the board. */
    String id(long place) {
        return new Place(name, place).toString();
    }

    /**
     * Follows.
     *
     * @param since what the client was told last, {@code null} to be told of what changes from now on. A place on another
     *     board says nothing here: the newest state of everything is told then
     */
    Multi<Told> follow(Wish wish, @Nullable Place since, Context eventLoop) {
        return Multi.createFrom().deferred(() -> {
            Uni<Void> ready = wish.topics().contains(StreamTopic.SNAPSHOTS) ? follow(wish.areas()) : done();
            return ready.onItem()
                    .transformToMulti(any -> Multi.createFrom().publisher((Flow.Publisher<Told>)
                            subscriber -> subscribe(wish, since, eventLoop, subscriber)));
        });
    }

    private void subscribe(
            Wish wish, @Nullable Place since, Context eventLoop, Flow.Subscriber<? super Told> subscriber) {
        long place = since == null ? board.last() : since.board().equals(name) ? since.place() : 0;
        Client client = new Client(board, wish, place, eventLoop, subscriber, this::left);
        clients.add(client);
        subscriber.onSubscribe(client);
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }

    /** Completes when the snapshots of the areas are on the board. */
    private Uni<Void> follow(Set<String> areas) {
        List<String> unknown;
        synchronized (this) {
            areas.forEach(area -> followers.merge(area, 1, Integer::sum));
            unknown = areas.stream()
                    .filter(area -> !board.has(new Thing(StreamTopic.SNAPSHOTS, area)))
                    .toList();
        }
        return Multi.createFrom()
                .iterable(unknown)
                .onItem()
                .transformToUniAndConcatenate(this::read)
                .onItem()
                .ignoreAsUni();
    }

    private void left(Client client) {
        if (!clients.remove(client) || !client.wish().topics().contains(StreamTopic.SNAPSHOTS)) {
            return;
        }
        synchronized (this) {
            client.wish().areas().forEach(area -> followers.computeIfPresent(area, (any, n) -> n == 1 ? null : n - 1));
            board.keepNewest(StreamTopic.SNAPSHOTS, followers.size() + MOST_IDLE_SNAPSHOTS);
        }
    }

    @Override
    public void replaced(String area) {
        synchronized (this) {
            if (!followers.containsKey(area)) {
                // Whoever follows it next is told of it as it is then.
                board.remove(new Thing(StreamTopic.SNAPSHOTS, area));
                return;
            }
            if (!reading.add(area)) {
                replacedMeanwhile.add(area);
                return;
            }
        }
        read(area).subscribe().with(any -> readAgainIfReplaced(area), failure -> {
            LOG.warnf("the snapshot of %s was not told: %s", area, failure.getMessage());
            readAgainIfReplaced(area);
        });
    }

    private void readAgainIfReplaced(String area) {
        boolean again;
        synchronized (this) {
            reading.remove(area);
            again = replacedMeanwhile.remove(area);
        }
        if (again) {
            replaced(area);
        }
    }

    @Override
    public void resumed() {
        List<String> all;
        synchronized (this) {
            all = List.copyOf(followers.keySet());
        }
        all.forEach(this::replaced);
    }

    /** On a context of its own, as the database's sessions are each of one. */
    private Uni<Void> read(String area) {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        return snapshots
                .newest(area)
                .runSubscriptionOn(command -> own.runOnContext(any -> command.run()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(view -> {
                    if (view != null && board.put(new Thing(StreamTopic.SNAPSHOTS, area), area, text(view))) {
                        wake();
                    }
                })
                .replaceWithVoid();
    }

    private String text(SnapshotView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a snapshot cannot be written", e);
        }
    }

    private void wake() {
        clients.forEach(Client::wake);
    }
}
