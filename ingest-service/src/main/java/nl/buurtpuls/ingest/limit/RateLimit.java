package nl.buurtpuls.ingest.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of tokens for each sender, an event each. A call is let in for one; what it turns out to bring is taken from the
 * bucket afterwards, into debt if need be, so that no batch is too large to be ever taken. Who is in debt is sent away, but
 * for a bulk load, which is read more slowly, and leaves half of the bucket to the sender's other calls.
 */
@Singleton
public class RateLimit {

    private static final Logger LOG = Logger.getLogger(RateLimit.class);
    private static final int MOST_SENDERS = 10_000;
    /** By then a bucket is full again, and forgetting it changes nothing. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final @Nullable LoadingCache<String, Bucket> buckets;
    private final RateLimitConfig config;
    private final BlockingStrategy pause;
    /** Senders that the log has named lately: one that asks without end is not to fill it. */
    private final Cache<String, Boolean> named =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build();

    private final Counter sentAway;
    private final Timer slowedDown;

    @Inject
    RateLimit(RateLimitConfig config, MeterRegistry registry) {
        this(config, registry, TimeMeter.SYSTEM_NANOTIME, BlockingStrategy.PARKING);
    }

    /**
     * @param pause lets a time go by
     */
    public RateLimit(RateLimitConfig config, MeterRegistry registry, TimeMeter time, BlockingStrategy pause) {
        this.config = config;
        this.pause = pause;
        this.sentAway = Counter.builder("buurtpuls.rate.limited")
                .description("Calls that were sent away since their sender had asked too much")
                .register(registry);
        this.slowedDown = Timer.builder("buurtpuls.rate.slowed")
                .description("How long bulk loads were made to wait since their sender had asked too much")
                .register(registry);
        this.buckets = config.eventsPerSecond() == 0 ? null : buckets(config, time);
    }

    private static LoadingCache<String, Bucket> buckets(RateLimitConfig config, TimeMeter time) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_SENDERS)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build(sender -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(config.burst())
                                .refillGreedy(config.eventsPerSecond(), Duration.ofSeconds(1)))
                        .withCustomTimePrecision(time)
                        .build());
    }

    /**
     * Lets a call in.
     *
     * @throws ProblemException if its sender has asked too much; says when it may come back
     */
    public void admit(String sender) {
        if (buckets == null) {
            return;
        }
        ConsumptionProbe asked = buckets.get(sender).tryConsumeAndReturnRemaining(1);
        if (!asked.isConsumed()) {
            Duration wait = Duration.ofNanos(asked.getNanosToWaitForRefill());
            sentAway.increment();
            if (named.asMap().putIfAbsent(sender, true) == null) {
                LOG.warnf("the sender %s asks too much, and is sent away", sender);
            }
            throw ProblemException.tooMany(config.eventsPerSecond(), wait);
        }
    }

    /** Counts what a call that was let in has brought beside its first event. */
    public void count(String sender, int events) {
        if (buckets != null && events > 0) {
            buckets.get(sender).consumeIgnoringRateLimits(events);
        }
    }

    /** Counts one more event of a bulk load, and returns when the next may be read. */
    public void pace(String sender) throws InterruptedException {
        if (buckets == null) {
            return;
        }
        Bucket bucket = buckets.get(sender);
        bucket.consumeIgnoringRateLimits(1);
        long left = Math.max(1, config.burst() / 2);
        long wait = bucket.estimateAbilityToConsume(left).getNanosToWaitForRefill();
        if (wait > 0) {
            pause.park(wait);
            slowedDown.record(wait, TimeUnit.NANOSECONDS);
        }
    }
}
