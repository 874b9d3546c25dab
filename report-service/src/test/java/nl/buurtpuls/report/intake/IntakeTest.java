package nl.buurtpuls.report.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import nl.buurtpuls.report.testing.Patience;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final Intake intake = new Intake();
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void whatTheDatabaseDoesNotTakeIsTriedAgainUntilItDoes() {
        intake.write(
                        "cells",
                        () -> tries.incrementAndGet() < 3
                                ? refused()
                                : Uni.createFrom().voidItem())
                .await()
                .atMost(Patience.LIMIT);

        assertThat(tries).hasValue(3);
    }

    @Test
    void aWriteThatRunsIsWaitedForWhenTheServiceStops() {
        intake.write("cells", this::taken).await().indefinitely();
        CompletableFuture<Void> database = new CompletableFuture<>();
        CompletableFuture<Void> written = intake.write(
                        "cells", () -> Uni.createFrom().completionStage(database))
                .subscribeAsCompletionStage();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(this::stop);
        await().during(Duration.ofMillis(200)).until(() -> !stopped.isDone());
        database.complete(null);

        await().atMost(Duration.ofSeconds(1)).until(stopped::isDone);
        assertThat(written).isCompleted();
    }

    @Test
    void aWriteThatIsNotOverHoldsTheStopUpForAWhileOnly() {
        intake.write("cells", () -> Uni.createFrom().nothing()).subscribe().with(done -> {});

        assertThat(CompletableFuture.runAsync(this::stop)).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void noneBeginsAfterTheServiceIsToStop() {
        stop();

        CompletableFuture<Void> written = intake.write("cells", this::taken).subscribeAsCompletionStage();

        assertThat(tries).hasValue(0);
        assertThat(written).as("so it is not acknowledged").isNotDone();
    }

    @Test
    void whatWasRefusedBeforeIsNotTriedAfter() throws InterruptedException {
        CompletableFuture<Void> written = intake.write("cells", () -> {
                    tries.incrementAndGet();
                    return refused();
                })
                .subscribeAsCompletionStage();

        stop();
        int triesBefore = tries.get();

        Thread.sleep(1_000);
        assertThat(tries).hasValue(triesBefore);
        assertThat(written).isNotDone();
    }

    private Uni<Void> taken() {
        tries.incrementAndGet();
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> refused() {
        return Uni.createFrom().failure(new IllegalStateException("not now"));
    }

    private void stop() {
        intake.stop(new ShutdownEvent());
    }
}
