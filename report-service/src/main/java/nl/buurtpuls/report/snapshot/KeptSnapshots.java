package nl.buurtpuls.report.snapshot;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots that were read or are being read, each once for all who ask. One that is dropped while it is being read goes to
 * those who have asked, and is read anew for who asks from then on: it may be the one before.
 *
 * @param <K> what tells one from another
 */
final class KeptSnapshots<K> {

    /** All who ask wait for one reading, so it may not last for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AsyncCache<K, SnapshotView> kept;

    /** @param most to be kept; each takes some 80 kB */
    KeptSnapshots(int most) {
        this.kept = Caffeine.newBuilder().maximumSize(most).buildAsync();
    }

    /** The one that is kept, or the one that is read now; {@code null} if there is none. To be asked for on an event loop. */
    Uni<@Nullable SnapshotView> get(K key, Supplier<Uni<@Nullable SnapshotView>> reading) {
        CompletableFuture<@Nullable SnapshotView> view = keptOrRead(key, reading);
        Uni<@Nullable SnapshotView> answer = Uni.createFrom().completionStage(view::copy);
        if (view.isDone()) {
            return answer;
        }
        // It may have been asked for by another event loop, which would go on with the answer to this one.
        Context own = Objects.requireNonNull(Vertx.currentContext(), "snapshots are asked for on an event loop");
        return answer.emitOn(command -> own.runOnContext(any -> command.run()));
    }

    /** Who reads is there before the reading begins: what is changed from then on drops it. */
    private CompletableFuture<@Nullable SnapshotView> keptOrRead(K key, Supplier<Uni<@Nullable SnapshotView>> reading) {
        CompletableFuture<@Nullable SnapshotView> begun = new CompletableFuture<>();
        CompletableFuture<@Nullable SnapshotView> known = kept.asMap().putIfAbsent(key, begun);
        if (known != null) {
            return known;
        }
        Uni.createFrom()
                .deferred(reading::get)
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new IOException("the database has not answered for " + PATIENCE.toSeconds() + " s"))
                .subscribe()
                .with(begun::complete, begun::completeExceptionally);
        return begun;
    }

    void drop(K key) {
        kept.asMap().remove(key);
    }

    /** Drops those of which this is true; the snapshot is {@code null} while it is being read. */
    void dropIf(BiPredicate<K, @Nullable SnapshotView> outdated) {
        kept.asMap().entrySet().removeIf(entry -> outdated.test(entry.getKey(), nowOf(entry.getValue())));
    }

    void dropAll() {
        kept.asMap().clear();
    }

    private static @Nullable SnapshotView nowOf(CompletableFuture<SnapshotView> view) {
        return view.isDone() && !view.isCompletedExceptionally() ? view.join() : null;
    }
}
