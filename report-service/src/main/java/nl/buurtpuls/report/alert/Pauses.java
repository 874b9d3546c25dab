package nl.buurtpuls.report.alert;

import java.time.Duration;

/** How long to leave a receiver alone that has failed: twice as long each time, and not all at one moment. */
record Pauses(Duration first) {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 30;

    /**
     * @param attempts failed so far, at least one
     * @param chance from 0 up to 1: the pause lies from half of what it would be to one and a half
     */
    Duration after(int attempts, double chance) {
        double doubled = first.toMillis() * Math.pow(2, Math.min(attempts - 1, MOST_DOUBLINGS));
        return Duration.ofMillis(Math.round(Math.min(doubled, LONGEST.toMillis()) * (0.5 + chance)));
    }
}
