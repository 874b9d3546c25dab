package nl.buurtpuls.indicator.stream;

/** Keeps a piece of work to one part in so many of the time, by resting after it in proportion to what it took. */
final class Rest {

    private final long longestMillis;
    private long overAt;

    /** @param longestMillis the longest that the work is left alone for, whatever it takes */
    Rest(long longestMillis) {
        this.longestMillis = longestMillis;
    }

    boolean isOver(long now) {
        return now >= overAt;
    }

    /** The work took so long, and may take one part in {@code share} of the time. */
    void after(long tookNanos, int share, long now) {
        overAt = now + Math.min(tookNanos / 1_000_000 * (share - 1), longestMillis);
    }
}
