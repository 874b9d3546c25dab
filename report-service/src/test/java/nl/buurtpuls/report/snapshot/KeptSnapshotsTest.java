package nl.buurtpuls.report.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class KeptSnapshotsTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final KeptSnapshots<String> kept = new KeptSnapshots<>(10);
    /** Readings that have begun, in their order, to be answered by the test. */
    private final List<UniEmitter<? super SnapshotView>> readings = new ArrayList<>();

    @AfterAll
    static void close() {
        VERTX.close();
    }

    @Test
    void oneReadingIsForAllWhoAskMeanwhileAndAfter() throws Exception {
        CompletableFuture<SnapshotView> first = ask("a");
        CompletableFuture<SnapshotView> second = ask("a");
        SnapshotView view = view();
        readings.get(0).complete(view);

        assertThat(answer(first)).isSameAs(view);
        assertThat(answer(second)).isSameAs(view);
        assertThat(answer(ask("a"))).isSameAs(view);
        assertThat(readings).hasSize(1);
    }

    @Test
    void oneThatIsDroppedWhileItIsReadGoesToWhoAskedAndToNobodyElse() throws Exception {
        CompletableFuture<SnapshotView> before = ask("a");
        kept.dropIf((key, view) -> view == null);
        CompletableFuture<SnapshotView> after = ask("a");
        SnapshotView old = view();
        SnapshotView changed = view();
        readings.get(0).complete(old);
        readings.get(1).complete(changed);

        assertThat(answer(before)).isSameAs(old);
        assertThat(answer(after)).isSameAs(changed);
        assertThat(answer(ask("a"))).isSameAs(changed);
    }

    @Test
    void whatChangesAsSoonAsTheReadingBeginsDropsIt() throws Exception {
        CompletableFuture<SnapshotView> asked = new CompletableFuture<>();
        SnapshotView old = view();
        onEventLoop(() -> kept.get("a", () -> {
                    kept.dropAll();
                    return Uni.createFrom().item(old);
                })
                .subscribe()
                .with(asked::complete, asked::completeExceptionally));
        assertThat(answer(asked)).isSameAs(old);

        SnapshotView changed = view();
        CompletableFuture<SnapshotView> again = ask("a");
        readings.get(0).complete(changed);
        assertThat(answer(again)).isSameAs(changed);
    }

    @Test
    void oneThatCannotBeReadAndOneThatIsNotThereAreReadAnew() throws Exception {
        CompletableFuture<SnapshotView> failed = ask("a");
        readings.get(0).fail(new IOException("away"));
        assertThatThrownBy(() -> answer(failed)).hasRootCauseMessage("away");
        CompletableFuture<SnapshotView> missing = ask("a");
        readings.get(1).complete(null);
        assertThat(answer(missing)).isNull();

        SnapshotView view = view();
        CompletableFuture<SnapshotView> there = ask("a");
        readings.get(2).complete(view);
        assertThat(answer(there)).isSameAs(view);
    }

    private CompletableFuture<SnapshotView> ask(String key) throws Exception {
        CompletableFuture<SnapshotView> answer = new CompletableFuture<>();
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

    private static SnapshotView answer(CompletableFuture<SnapshotView> asked) throws Exception {
        return asked.get(10, TimeUnit.SECONDS);
    }

    private static SnapshotView view() {
        return new SnapshotView(new SnapshotView.Content("BU00010001", "", LocalDate.EPOCH, null, null, Map.of()));
    }
}
