package nl.buurtpuls.report.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class KeptTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final Kept<String, Object> kept = new Kept<>(10);
    /** Readings that have begun, in their order, to be answered by the test. */
    private final List<UniEmitter<? super Object>> readings = new ArrayList<>();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void oneReadingIsForAllWhoAskMeanwhileAndAfter() throws Exception {
        CompletableFuture<Object> first = ask("a");
        CompletableFuture<Object> second = ask("a");
        Object some = some();
        readings.get(0).complete(some);

        assertThat(answer(first)).isSameAs(some);
        assertThat(answer(second)).isSameAs(some);
        assertThat(answer(ask("a"))).isSameAs(some);
        assertThat(readings).hasSize(1);
    }

    @Test
    void oneThatIsDroppedWhileItIsReadGoesToWhoAskedAndToNobodyElse() throws Exception {
        CompletableFuture<Object> before = ask("a");
        kept.dropIf((key, value) -> value == null);
        CompletableFuture<Object> after = ask("a");
        Object old = some();
        Object changed = some();
        readings.get(0).complete(old);
        readings.get(1).complete(changed);

        assertThat(answer(before)).isSameAs(old);
        assertThat(answer(after)).isSameAs(changed);
        assertThat(answer(ask("a"))).isSameAs(changed);
    }

    @Test
    void whatChangesAsSoonAsTheReadingBeginsDropsIt() throws Exception {
        CompletableFuture<Object> asked = new CompletableFuture<>();
        Object old = some();
        onEventLoop(() -> kept.get("a", () -> {
                    kept.dropAll();
                    return Uni.createFrom().item(old);
                })
                .subscribe()
                .with(asked::complete, asked::completeExceptionally));
        assertThat(answer(asked)).isSameAs(old);

        Object changed = some();
        CompletableFuture<Object> again = ask("a");
        readings.get(0).complete(changed);
        assertThat(answer(again)).isSameAs(changed);
    }

    @Test
    void oneThatCannotBeReadAndOneThatIsNotThereAreReadAnew() throws Exception {
        CompletableFuture<Object> failed = ask("a");
        readings.get(0).fail(new IOException("away"));
        assertThatThrownBy(() -> answer(failed)).hasRootCauseMessage("away");
        CompletableFuture<Object> missing = ask("a");
        readings.get(1).complete(null);
        assertThat(answer(missing)).isNull();

        Object some = some();
        CompletableFuture<Object> there = ask("a");
        readings.get(2).complete(some);
        assertThat(answer(there)).isSameAs(some);
    }

    @Test
    void ofManyThoseAreReadThatAreNeitherKeptNorBeingRead() throws Exception {
        CompletableFuture<Object> one = ask("a");
        CompletableFuture<Object> other = ask("b");
        Object kept = some();
        readings.get(0).complete(kept);
        answer(one);

        List<Set<String>> asked = new ArrayList<>();
        CompletableFuture<Object> all = new CompletableFuture<>();
        Object read = some();
        onEventLoop(() -> this.kept
                .getAll(List.of("a", "b", "c", "d"), missing -> {
                    asked.add(Set.copyOf(missing));
                    return Uni.createFrom().item(Map.of("c", read));
                })
                .subscribe()
                .with(all::complete, all::completeExceptionally));
        assertThat(all).isNotDone();
        Object waitedFor = some();
        readings.get(1).complete(waitedFor);

        assertThat(answer(other)).isSameAs(waitedFor);
        assertThat(answer(all)).isEqualTo(Map.of("a", kept, "b", waitedFor, "c", read));
        assertThat(asked).containsExactly(Set.of("c", "d"));
    }

    private CompletableFuture<Object> ask(String key) throws Exception {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        onEventLoop(() -> kept.get(key, () -> Uni.createFrom().emitter(readings::add))
                .subscribe()
                .with(answer::complete, answer::completeExceptionally));
        return answer;
    }

    /** Returns when it has been done. */
    private static void onEventLoop(Runnable work) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        VERTX.getOrCreateContext().runOnContext(any -> {
            work.run();
            done.complete(null);
        });
        done.get(10, TimeUnit.SECONDS);
    }

    private static Object answer(CompletableFuture<Object> asked) throws Exception {
        return asked.get(10, TimeUnit.SECONDS);
    }

    private static Object some() {
        return new Object();
    }
}
