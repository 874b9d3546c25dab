package nl.buurtpuls.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** With a clock that is stepped: the figures are exact. */
class RateLimitTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private long now;

    @Test
    void whoWasSilentMayPushABurstAndThenWhatTheSecondAllows() {
        RateLimit limit = limit(10, 20);
        for (int call = 0; call < 20; call++) {
            limit.admit("a");
        }

        assertSentAway(limit, "a", Duration.ofMillis(100));
        pass(Duration.ofMillis(100));
        limit.admit("a");
        assertSentAway(limit, "a", Duration.ofMillis(100));
        assertThat(meters.counter("buurtpuls.rate.limited").count()).isEqualTo(2);
    }

    @Test
    void oneSenderTakesNothingFromAnother() {
        RateLimit limit = limit(1, 1);
        limit.admit("a");

        assertSentAway(limit, "a", Duration.ofSeconds(1));
        assertThatCode(() -> limit.admit("b")).doesNotThrowAnyException();
    }

    @Test
    void batchLargerThanTheBurstIsTakenAndPaidOffAfterwards() {
        RateLimit limit = limit(10, 20);
        limit.admit("a");
        limit.count("a", 99);

        assertSentAway(limit, "a", Duration.ofMillis(8_100));
        pass(Duration.ofMillis(8_100));
        limit.admit("a");
    }

    @Test
    void bulkLoadIsReadAtTheRateAndLeavesHalfOfTheBurstToOtherCalls() throws InterruptedException {
        RateLimit limit = limit(10, 20);
        for (int line = 0; line < 110; line++) {
            limit.pace("a");
        }

        assertThat(Duration.ofNanos(now))
                .as("for 100 lines beyond half of the burst")
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(meters.timer("buurtpuls.rate.slowed").totalTime(TimeUnit.SECONDS))
                .isEqualTo(10);
        for (int call = 0; call < 10; call++) {
            limit.admit("a");
        }
    }

    @Test
    void zeroIsNoLimit() throws InterruptedException {
        RateLimit limit = limit(0, 1);
        for (int call = 0; call < 1_000; call++) {
            limit.admit("a");
            limit.count("a", 10_000);
            limit.pace("a");
        }

        assertThat(now).isZero();
    }

    private RateLimit limit(int eventsPerSecond, int burst) {
        RateLimitConfig config = new RateLimitConfig() {
            @Override
            public int eventsPerSecond() {
                return eventsPerSecond;
            }

            @Override
            public int burst() {
                return burst;
            }
        };
        TimeMeter time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return now;
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        return new RateLimit(config, meters, time, nanos -> now += nanos);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static void assertSentAway(RateLimit limit, String sender, Duration wait) {
        assertThatThrownBy(() -> limit.admit(sender))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        away -> assertThat(away.retryAfter()).isEqualTo(wait));
    }
}
