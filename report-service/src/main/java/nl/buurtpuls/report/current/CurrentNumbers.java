package nl.buurtpuls.report.current;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Formula;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.contract.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/** The figures of a snapshot as bare numbers, in the order of the catalogue: as objects they would be ten times the size. */
final class CurrentNumbers {

    /** Value, numerator and denominator. */
    private static final int OF_A_POINT = 3;

    private static final Map<String, Integer> PLACES = new HashMap<>();

    static {
        for (Indicator indicator : Catalogue.indicators()) {
            PLACES.put(indicator.id(), PLACES.size() * OF_A_POINT);
        }
    }

    private final LocalDate date;
    /** Not a number where there is none. */
    private final double[] numbers = new double[PLACES.size() * OF_A_POINT];

    CurrentNumbers(Snapshot snapshot) {
        this.date = snapshot.date();
        Arrays.fill(numbers, Double.NaN);
        snapshot.indicators().forEach((id, point) -> {
            Integer place = PLACES.get(id);
            if (place != null) {
                numbers[place] = number(point.value());
                numbers[place + 1] = number(point.numerator());
                numbers[place + 2] = number(point.denominator());
            }
        });
    }

    private static double number(@Nullable Number number) {
        return number == null ? Double.NaN : number.doubleValue();
    }

    LocalDate date() {
        return date;
    }

    /** The figure, in the same types of number as the indicator's formula gives. */
    Point point(Indicator indicator) {
        int place = PLACES.get(indicator.id());
        boolean counted = indicator.formula() instanceof Formula.Count;
        boolean ofCounts = counted || indicator.formula() instanceof Formula.Ratio;
        return new Point(
                number(numbers[place], counted),
                number(numbers[place + 1], ofCounts),
                number(numbers[place + 2], ofCounts),
                false);
    }

    private static @Nullable Number number(double number, boolean whole) {
        if (Double.isNaN(number)) {
            return null;
        }
        if (whole && number == Math.rint(number)) {
            return (long) number;
        }
        return number;
    }
}
