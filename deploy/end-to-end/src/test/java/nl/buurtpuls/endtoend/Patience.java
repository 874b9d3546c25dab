package nl.buurtpuls.endtoend;

import java.time.Duration;

/** How long a test waits for what is to come: no measure of speed, since the machine may be at other work beside. */
final class Patience {

    static final Duration LIMIT = Duration.ofMinutes(3);

    private Patience() {}
}
