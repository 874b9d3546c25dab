package nl.buurtpuls.report.testing;

import java.time.Duration;

/** How long a test waits for what is to come: no measure of speed, since the machine may be at other work beside. */
public final class Patience {

    public static final Duration LIMIT = Duration.ofMinutes(2);

    private Patience() {}
}
