package nl.buurtpuls.report.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.snapshot.SnapshotView;
import nl.buurtpuls.report.snapshot.Snapshots;
import nl.buurtpuls.report.stream.Board.Thing;
import org.jboss.logging.Logger;

/**
 * The snapshots that readers of one kind follow, kept on their board: each is read once for all who follow it, after it
 * was replaced.
 */
final class Followed {

    private static final Logger LOG = Logger.getLogger(Followed.class);

    /** Of those that nobody follows any more, for who comes back soon. */
    private static final int MOST_IDLE = 1_000;

    /** Readings when many may have been replaced: others read from the same database. */
    private static final int AT_ONCE = 4;

    private final Board board;
    private final Release release;
    private final Duration rest;
    private final Snapshots snapshots;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Runnable onNews;

    /** What follows is guarded by this object: how many follow each area, and what is being read. */
    private final Map<Area, Integer> followers = new HashMap<>();

    private final Set<Area> reading = new HashSet<>();
    private final Set<Area> replacedMeanwhile = new HashSet<>();

    /**
     * @param rest how long an area is left alone after it was read
     * @param onNews is told when there is something new on the board
     */
    Followed(
            Board board,
            Release release,
            Duration rest,
            Snapshots snapshots,
            ObjectMapper json,
            Vertx vertx,
            Runnable onNews) {
        this.board = board;
        this.release = release;
        this.rest = rest;
        this.snapshots = snapshots;
        this.json = json;
        this.vertx = vertx;
        this.onNews = onNews;
    }

    /**
     * One more follows these.
     *
     * @param asTheyAre whether those that nobody has followed are put on the board as they are: to tell them to who may have
     *     missed something, or to know later what is no news
     */
    void add(Set<Area> areas, boolean asTheyAre) {
        List<Area> missing;
        synchronized (this) {
            areas.forEach(area -> followers.merge(area, 1, Integer::sum));
            missing = asTheyAre
                    ? areas.stream().filter(area -> !board.has(thing(area))).toList()
                    : List.of();
        }
        Multi.createFrom()
                .iterable(missing)
                .onItem()
                .transformToUniAndConcatenate(this::readInTurn)
                .subscribe()
                .with(any -> {});
    }

    private static void notTold(Area area, Throwable failure) {
        LOG.warnf("the snapshot of %s was not told: %s", area.code(), failure.getMessage());
    }

    /** One who followed these does no longer. */
    synchronized void remove(Set<Area> areas) {
        areas.forEach(area -> followers.computeIfPresent(area, (any, n) -> n == 1 ? null : n - 1));
        board.keepNewest(StreamTopic.SNAPSHOTS, followers.size() + MOST_IDLE);
    }

    /** The snapshot of an area was replaced. */
    void replaced(Area area) {
        synchronized (this) {
            if (!followers.containsKey(area)) {
                // Whoever follows it next is told of it as it is then.
                board.remove(thing(area));
                if (reading.contains(area)) {
                    replacedMeanwhile.add(area);
                }
                return;
            }
        }
        readInTurn(area).subscribe().with(any -> {});
    }

    /** One reading of an area at a time: of two, the first must not come last. */
    private Uni<Void> readInTurn(Area area) {
        synchronized (this) {
            if (!reading.add(area)) {
                replacedMeanwhile.add(area);
                return Uni.createFrom().voidItem();
            }
        }
        return read(area)
                .onFailure()
                .invoke(failure -> notTold(area, failure))
                .onFailure()
                .recoverWithNull()
                .invoke(() -> rest().subscribe().with(any -> readAgainIfReplaced(area)));
    }

    private Uni<Void> rest() {
        Uni<Void> now = Uni.createFrom().voidItem();
        return rest.isZero() ? now : now.onItem().delayIt().by(rest);
    }

    private void readAgainIfReplaced(Area area) {
        boolean again;
        synchronized (this) {
            reading.remove(area);
            again = replacedMeanwhile.remove(area);
        }
        if (again) {
            replaced(area);
        }
    }

    /** Areas whose code this is true of may have been replaced. */
    void replacedIf(Predicate<String> changed) {
        List<Area> all;
        synchronized (this) {
            all = followers.keySet().stream()
                    .filter(area -> changed.test(area.code()))
                    .toList();
            Set<String> followed = followers.keySet().stream().map(Area::code).collect(Collectors.toSet());
            board.removeIf(thing -> thing.topic() == StreamTopic.SNAPSHOTS
                    && !followed.contains(thing.key())
                    && changed.test(thing.key()));
            reading.stream()
                    .filter(area -> !followers.containsKey(area) && changed.test(area.code()))
                    .forEach(replacedMeanwhile::add);
        }
        Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUni(this::readInTurn)
                .merge(AT_ONCE)
                .subscribe()
                .with(any -> {});
    }

    /** On a context of its own, as each of the database's sessions is of one. */
    private Uni<Void> read(Area area) {
        Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(own, true);
        return Uni.createFrom()
                .deferred(() -> snapshots.newest(release, area))
                .runSubscriptionOn(command -> own.runOnContext(any -> command.run()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(view -> {
                    if (board.put(thing(area), area.code(), bytes(view))) {
                        onNews.run();
                    }
                })
                .replaceWithVoid();
    }

    private byte[] bytes(SnapshotView view) {
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a snapshot cannot be written", e);
        }
    }

    private static Thing thing(Area area) {
        return new Thing(StreamTopic.SNAPSHOTS, area.code());
    }
}
