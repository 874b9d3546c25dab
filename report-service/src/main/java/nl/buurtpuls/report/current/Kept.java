package nl.buurtpuls.report.current;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read or is being read, each once for all who ask. What is dropped while it is being read goes to those who have
 * asked, and is read anew for who asks from then on: it may be the one before.
 *
 * @param <K> what tells one from another
 * @param <V> what is kept
 */
public final class Kept<K, V> {

    /** All who ask wait for one reading, so it may not last for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AsyncCache<K, V> kept;

    /** @param most to be kept */
    public Kept(int most) {
        this.kept = Caffeine.newBuilder().maximumSize(most).buildAsync();
    }

    /** The one that is kept, or the one that is read now; {@code null} if there is none. To be asked for on an event loop. */
    public Uni<@Nullable V> get(K key, Supplier<Uni<@Nullable V>> reading) {
        return getAll(List.of(key), missing -> reading.get().map(value -> Collections.singletonMap(key, value)))
                .map(values -> values.get(key));
    }

    /**
     * Those that are kept, and with them those that are read now, which are left out where there are none. To be asked for on
     * an event loop.
     *
     * @param reading reads some in one go
     */
    public Uni<Map<K, V>> getAll(Collection<K> keys, Function<Set<K>, Uni<? extends Map<K, @Nullable V>>> reading) {
        Map<K, CompletableFuture<@Nullable V>> all = keptOrRead(keys, reading);
        CompletableFuture<Map<K, V>> values = CompletableFuture.allOf(
                        all.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> present(all));
        Uni<Map<K, V>> answer = Uni.createFrom().completionStage(values);
        if (values.isDone()) {
            return answer;
        }
        // They may have been asked for by another event loop, which would go on with the answer to this one.
        Context own = Objects.requireNonNull(Vertx.currentContext(), "what is kept is asked for on an event loop");
        return answer.emitOn(command -> own.runOnContext(any -> command.run()));
    }

    /** Who reads is there before the reading begins: what is changed from then on drops it. */
    private Map<K, CompletableFuture<@Nullable V>> keptOrRead(
            Collection<K> keys, Function<Set<K>, Uni<? extends Map<K, @Nullable V>>> reading) {
        Map<K, CompletableFuture<@Nullable V>> all = new HashMap<>();
        Map<K, CompletableFuture<@Nullable V>> begun = new LinkedHashMap<>();
        for (K key : keys) {
            CompletableFuture<@Nullable V> own = new CompletableFuture<>();
            CompletableFuture<@Nullable V> known = kept.asMap().putIfAbsent(key, own);
            all.put(key, known == null ? own : known);
            if (known == null) {
                begun.put(key, own);
            }
        }
        if (!begun.isEmpty()) {
            Uni.createFrom()
                    .deferred(() -> reading.apply(begun.keySet()))
                    .ifNoItem()
                    .after(PATIENCE)
                    .failWith(() -> new IOException("the database has not answered for " + PATIENCE.toSeconds() + " s"))
                    .subscribe()
                    .with(
                            read -> begun.forEach((key, value) -> value.complete(read.get(key))),
                            failure -> begun.values().forEach(value -> value.completeExceptionally(failure)));
        }
        return all;
    }

    private static <K, V> Map<K, V> present(Map<K, CompletableFuture<@Nullable V>> done) {
        Map<K, V> present = new HashMap<>();
        done.forEach((key, future) -> {
            V value = future.join();
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }

    /** Drops one. */
    public void drop(K key) {
        kept.asMap().remove(key);
    }

    /** Drops those of which this is true; the value is {@code null} while it is being read. */
    public void dropIf(BiPredicate<K, @Nullable V> outdated) {
        kept.asMap().entrySet().removeIf(entry -> outdated.test(entry.getKey(), nowOf(entry.getValue())));
    }

    /** Drops all. */
    public void dropAll() {
        kept.asMap().clear();
    }

    private static <V> @Nullable V nowOf(CompletableFuture<V> value) {
        return value.isDone() && !value.isCompletedExceptionally() ? value.join() : null;
    }
}
