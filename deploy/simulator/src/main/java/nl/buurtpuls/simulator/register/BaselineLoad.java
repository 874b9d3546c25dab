package nl.buurtpuls.simulator.register;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A load by machine in the first night: all within a few hours, one fact after another. */
final class BaselineLoad implements Stamps {

    /** At the full size of Heerlen the load takes some three hours. */
    private static final Duration STEP = Duration.ofMillis(60);

    private final Duration step;
    private LocalDateTime last;

    BaselineLoad(LocalDate day, double scale) {
        this.step = scale > 1 ? Duration.ofNanos((long) (STEP.toNanos() / scale)) : STEP;
        this.last = day.atTime(0, 5);
    }

    @Override
    public LocalDateTime next(LocalDate day) {
        last = last.plus(step);
        return last;
    }
}
