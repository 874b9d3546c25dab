package nl.buurtpuls.simulator;

import java.time.LocalDate;

/**
 * What to make.
 *
 * @param seed the same seed gives the same events, to the last byte
 * @param from day of the baseline
 * @param to last day
 * @param scale part of the real sizes
 */
public record Settings(Area area, long seed, LocalDate from, LocalDate to, double scale) {

    public static final long DEFAULT_SEED = 917;
    public static final LocalDate DEFAULT_FROM = LocalDate.of(2014, 1, 1);

    public Settings {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("--to must not lie before --from (" + from + "), is " + to);
        }
        if (!(scale > 0 && scale <= 10)) {
            throw new IllegalArgumentException("--scale must be above 0 and at most 10, is " + scale);
        }
    }

    /** Heerlen. */
    public Settings(long seed, LocalDate from, LocalDate to, double scale) {
        this(Area.HEERLEN, seed, from, to, scale);
    }

    /** Whether the figures of the start report come out: its town, from its first day, in its size. */
    public boolean isCalibrated() {
        return from.equals(DEFAULT_FROM) && scale == 1;
    }
}
