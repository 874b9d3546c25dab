package nl.buurtpuls.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Acknowledgements waiting = new Acknowledgements(2, 0);

    @Test
    void nothingWaitsWhenAllIsAcknowledgedInAnyOrder() throws InterruptedException {
        waiting.enter(1, LONG);
        waiting.enter(3, LONG);
        acknowledge(3);
        assertThat(waiting.acknowledgedThrough()).isZero();
        acknowledge(1);

        assertThat(waiting.awaitAll(LONG)).isTrue();
        assertThat(waiting.acknowledgedThrough()).isEqualTo(3);
    }

    @Test
    void noMoreThanTheBoundWaitAtATime() throws Exception {
        waiting.enter(1, LONG);
        waiting.enter(2, LONG);
        CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> enter(3));

        assertThat(third).isNotDone();
        acknowledge(1);
        assertThat(third.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void lineForWhichThereIsNoRoomInTimeIsNotPromised() throws InterruptedException {
        waiting.enter(1, LONG);
        waiting.enter(2, LONG);

        assertThat(waiting.enter(3, SHORT)).isFalse();
        acknowledge(1);
        acknowledge(2);
        assertThat(waiting.awaitAll(LONG)).isFalse();
        assertThat(waiting.acknowledgedThrough()).isEqualTo(2);
    }

    @Test
    void whatFollowsAFailureIsNotPromisedThoughItWasAcknowledged() throws InterruptedException {
        waiting.enter(4, LONG);
        waiting.enter(5, LONG);
        waiting.of(4).accept(null, new IllegalStateException("no broker"));
        acknowledge(5);

        assertThat(waiting.hasFailed()).isTrue();
        assertThat(waiting.enter(6, LONG)).isFalse();
        assertThat(waiting.awaitAll(LONG)).isFalse();
        assertThat(waiting.acknowledgedThrough()).isEqualTo(3);
    }

    @Test
    void lineThatIsNeverAnsweredEndsTheWait() throws InterruptedException {
        waiting.enter(1, LONG);
        acknowledge(1);
        waiting.enter(2, LONG);

        assertThat(waiting.awaitAll(SHORT)).isFalse();
        assertThat(waiting.acknowledgedThrough()).isEqualTo(1);
    }

    private void acknowledge(long line) {
        waiting.of(line).accept(null, null);
    }

    private boolean enter(long line) {
        try {
            return waiting.enter(line, LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
