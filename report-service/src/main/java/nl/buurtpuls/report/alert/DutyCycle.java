package nl.buurtpuls.report.alert;

import java.time.Duration;

/**
 * How long areas are left alone after some were looked at. Where looking cannot keep up it takes one part in so many of the
 * time: while years are loaded or corrected, areas change faster than they can be looked at, and would take from the
 * database what the load needs. Visits take no more than that in any case. But what changed now and then is looked at at
 * once, whatever is visited.
 *
 * <p>Moments are nanoseconds of a clock that only goes on.
 */
final class DutyCycle {

    static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final int SHARE = 4;
    /** Nobody waits for long because something else took long. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private long over = Long.MIN_VALUE;
    private long overForVisits = Long.MIN_VALUE;

    /** Whether what changed may be looked at. */
    boolean isOver(long now) {
        return now >= over;
    }

    /** Whether areas may be visited, too. */
    boolean isOverForVisits(long now) {
        return now >= overForVisits;
    }

    /**
     * Areas were looked at.
     *
     * @param visited whether some of them might be visits
     * @param more whether others wait whose time has come
     */
    void after(long began, long now, boolean visited, boolean more) {
        long rested = now + Math.min((SHARE - 1) * (now - began), LONGEST.toNanos());
        over = more ? rested : now;
        overForVisits = visited ? rested : overForVisits;
    }

    /** None could be looked at. */
    void afterFailure(long now) {
        over = now + AFTER_FAILURE.toNanos();
        overForVisits = over;
    }
}
