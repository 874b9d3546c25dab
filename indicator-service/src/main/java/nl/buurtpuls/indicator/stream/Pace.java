package nl.buurtpuls.indicator.stream;

/**
 * How often what changed goes out. While there is time to spare, at once: every look is a good moment. When the thread
 * is more than half busy with events, changes gather, since a page that is written once for ten events costs a tenth;
 * but never for longer than {@link #LONGEST_MILLIS}.
 */
final class Pace {

    /** The longest that a change waits to go out. */
    static final long LONGEST_MILLIS = 750;

    private long lastMillis;
    private long busyNanos;
    private boolean busy;

    /** So much time was spent on events. */
    void worked(long nanos) {
        busyNanos += nanos;
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
}
