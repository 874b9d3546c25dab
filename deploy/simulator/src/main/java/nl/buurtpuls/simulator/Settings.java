package nl.buurtpuls.simulator;

import java.time.LocalDate;

/**
 * What town to make.
 *
 * @param seed the same seed gives the same town, to the last byte
 * @param from day of the baseline
 * @param to last day
 * @param scale part of the real sizes
 */
public record Settings(long seed, LocalDate from, LocalDate to, double scale) {

    public static final long DEFAULT_SEED = 917;
    public static final LocalDate DEFAULT_FROM = LocalDate.of(2014, 1, 1);

    public Settings {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("--to (" + to + ") lies before --from (" + from + ")");
        }
        if (!(scale > 0 && scale <= 10)) {
            throw new IllegalArgumentException("--scale must be above 0 and at most 10, is " + scale);
        }
    }
}
