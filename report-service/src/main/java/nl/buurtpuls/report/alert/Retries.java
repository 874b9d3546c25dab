package nl.buurtpuls.report.alert;

import java.time.Duration;

/**
 * How a receiver that has failed is tried again.
 *
 * @param firstPause how long it is left alone first: twice as long each time, and not all at one moment
 * @param giveUpAfter for how long it is tried
 */
record Retries(Duration firstPause, Duration giveUpAfter) {

    /** So often at least, however long ago it began: what waited while nothing ran is not given up at the first try. */
    private static final int FEWEST_ATTEMPTS = 10;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 30;

    /**
     * Whether it has been tried for long enough.
     *
     * @param attempts failed so far
     */
    boolean areOver(double ageMillis, int attempts) {
        return ageMillis >= giveUpAfter.toMillis() && attempts >= FEWEST_ATTEMPTS;
    }

    /**
     * @param attempts failed so far, at least one
     * @param chance from 0 up to 1: the pause lies from half of what it would be to one and a half
     */
    Duration pauseAfter(int attempts, double chance) {
        double doubled = firstPause.toMillis() * Math.pow(2, Math.min(attempts - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(Math.round(Math.min(doubled, LONGEST_PAUSE.toMillis()) * (0.5 + chance)));
    }
}
