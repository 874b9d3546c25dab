package nl.buurtpuls.contract.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-10-25T01:30:00Z"));
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final ClockWatch watch =
            new ClockWatch(clock::get, nanos::get, clock.get().toEpochMilli(), nanos.get());

    private void passes(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void timeThatPassesIsNotPutBack() {
        for (int i = 0; i < 3; i++) {
            passes(Duration.ofSeconds(7));
            assertThat(watch.putBack()).isZero();
        }
    }

    @Test
    void whatIsPutBackIsToldOnceAndByHowMuch() {
        passes(Duration.ofSeconds(1));
        clock.updateAndGet(now -> now.minus(Duration.ofHours(1)));

        assertThat(watch.putBack()).isEqualTo(Duration.ofHours(1));
        assertThat(watch.putBack()).isZero();
    }

    @Test
    void whatIsPutAheadIsNoneOfItsBusinessAndPutBackAgainIs() {
        clock.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        assertThat(watch.putBack()).isNegative();

        clock.updateAndGet(now -> now.minus(Duration.ofHours(1)));
        assertThat(watch.putBack()).isEqualTo(Duration.ofHours(1));
    }

    /** As where a process was stopped for a while. */
    @Test
    void aLongPauseIsNotPutBack() {
        passes(Duration.ofHours(9));
        assertThat(watch.putBack()).isZero();
    }

    @Test
    void aPauseBetweenTheLooksAtBothIsNotPutBack() {
        AtomicInteger looks = new AtomicInteger();
        ClockWatch stopped = new ClockWatch(
                () -> {
                    Instant seen = clock.get();
                    if (looks.getAndIncrement() == 0) {
                        passes(Duration.ofSeconds(30));
                    }
                    return seen;
                },
                nanos::get,
                clock.get().toEpochMilli(),
                nanos.get());

        assertThat(stopped.putBack()).isZero();
        assertThat(looks).hasValue(2);
    }
}
