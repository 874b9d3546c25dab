package nl.buurtpuls.indicator.stream;

/**
 * How often what changed goes out. While there is time to spare, at once: every look is a good moment. When the thread
 * is more than half busy with events, changes gather, since a page that is written once for ten events costs a tenth;
 * but never for longer than {@link #LONGEST_MILLIS}.
 */
final class Pace {

    /** The longest that a change waits to go out. */
    static final long LONGEST_MILLIS = 750;

    /** Where what is processed was published longer ago, as in a first load, the figures of now are far off anyway. */
    static final long BEHIND_MILLIS = 5_000;

    private long lastMillis;
    private long busyNanos;
    private long published = Long.MAX_VALUE;
    private boolean busy;

    /**
     * So much time was spent on an event.
     *
     * @param publishedAt epoch milliseconds
     */
    void worked(long nanos, long publishedAt) {
        busyNanos += nanos;
        published = publishedAt;
    }

    /** Whether to send at {@code now} what has changed; it is taken to be sent then. */
    boolean isDue(long now) {
        long passed = now - lastMillis;
        busy = busyNanos / 1_000_000 > passed / 2;
        if (busy && passed < LONGEST_MILLIS) {
            return false;
        }
        lastMillis = now;
        busyNanos = 0;
        return true;
    }

    /** Whether more than half of the time before the last look went to events. */
    boolean isBusy() {
        return busy;
    }

    /** Whether it is busy with what was published long ago. */
    boolean isBehind(long now) {
        return busy && published < now - BEHIND_MILLIS;
    }
}
