package nl.buurtpuls.indicator.stream;

/** Keeps a piece of work to one part in so many of the time, by resting after it in proportion to what it took. */
final class DutyCycle {

    private long beganAt;
    private long millis;

    /** @param longestMillis the longest that the work is left alone for as things are now, whatever it took */
    boolean isOver(long now, long longestMillis) {
        return now - beganAt >= Math.min(millis, longestMillis);
    }

    /** The work took so long, and may take one part in {@code share} of the time. */
    void after(long tookNanos, int share, long now) {
        beganAt = now;
        millis = tookNanos / 1_000_000 * (share - 1);
    }
}
