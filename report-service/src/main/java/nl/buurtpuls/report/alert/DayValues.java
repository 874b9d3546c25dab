package nl.buurtpuls.report.alert;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import nl.buurtpuls.contract.indicator.Window;

/**
 * A figure of an area on each day of a span.
 *
 * @param first the first day
 * @param values of that day and each one after it; not a number where there is none or it is withheld
 */
record DayValues(LocalDate first, double[] values) {

    int days() {
        return values.length;
    }

    LocalDate day(int place) {
        return first.plusDays(place);
    }

    /** The same from an earlier day on, with no figure on the days before. */
    DayValues from(LocalDate day) {
        int before = Math.toIntExact(ChronoUnit.DAYS.between(day, first));
        double[] longer = new double[before + values.length];
        Arrays.fill(longer, 0, before, Double.NaN);
        System.arraycopy(values, 0, longer, before, values.length);
        return new DayValues(day, longer);
    }

    /** How much the figure differs on each day from what it was that long before. */
    DayValues changesOver(Window window) {
        double[] changes = new double[values.length];
        for (int place = 0; place < values.length; place++) {
            long before = ChronoUnit.DAYS.between(first, window.start(day(place)));
            changes[place] = before < 0 ? Double.NaN : values[place] - values[(int) before];
        }
        return new DayValues(first, changes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayValues that && first.equals(that.first) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * first.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "from " + first + " " + Arrays.toString(values);
    }
}
