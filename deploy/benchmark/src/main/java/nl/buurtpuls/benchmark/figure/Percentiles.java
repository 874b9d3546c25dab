package nl.buurtpuls.benchmark.figure;

import java.time.Duration;
import java.util.Collection;

/** Percentiles of durations by nearest rank: each is a duration that was measured, never one in between. */
public final class Percentiles {
    private final long[] sorted;

    private Percentiles(long[] sorted) {
        this.sorted = sorted;
    }

    public static Percentiles of(Collection<Duration> measured) {
        return new Percentiles(
                measured.stream().mapToLong(Duration::toNanos).sorted().toArray());
    }

    public int count() {
        return sorted.length;
    }

    /**
     * The least measured duration that at least this share of all do not exceed.
     *
     * @param percent above 0, at most 100
     * @throws IllegalStateException if nothing was measured
     */
    public Duration at(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile is above 0 and at most 100, not " + percent);
        }
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return Duration.ofNanos(sorted[Math.max(rank, 1) - 1]);
    }

    public Duration max() {
        return at(100);
    }
}
