package nl.buurtpuls.report.segregation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.BenefitGroup;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;

/**
 * The adults of the units of an area on a date.
 *
 * @param units codes of the units; the arrays are in their order
 * @param recipients of each unit, its adults with a benefit of the group asked for
 * @param adults of each unit, all
 * @param byFirstScheme of each unit, its adults by the first of their running schemes, in the order of {@link #GROUPS}
 */
record Adults(List<String> units, long[] recipients, long[] adults, long[] byFirstScheme) {

    /** The groups that an adult is in one of. */
    static final List<Series> GROUPS = Measure.ADULTS_BY_GROUP.dimensions().stream()
            .map(dimension -> Series.of(Measure.ADULTS_BY_GROUP, dimension))
            .toList();

    private static final Series ALL = Series.of(Measure.ADULTS);
    private static final Series WITHOUT = Series.of(Measure.ADULTS_BY_GROUP, "none");

    /** What is read for them. */
    static Set<Series> series(BenefitGroup group) {
        Set<Series> series = new LinkedHashSet<>(GROUPS);
        series.add(ALL);
        series.add(recipients(group));
        return series;
    }

    /** The adults of units that there are figures of. */
    static Adults in(Map<String, Figures> figures, BenefitGroup group) {
        List<String> units = List.copyOf(figures.keySet());
        long[] recipients = new long[units.size()];
        long[] adults = new long[units.size()];
        long[] byFirstScheme = new long[units.size() * GROUPS.size()];
        for (int unit = 0; unit < units.size(); unit++) {
            Figures ofUnit = figures.get(units.get(unit));
            adults[unit] = count(ofUnit, ALL);
            // While a replay runs, a unit may have its recipients before its adults.
            recipients[unit] = Math.min(adults[unit], count(ofUnit, recipients(group)));
            for (int place = 0; place < GROUPS.size(); place++) {
                byFirstScheme[unit * GROUPS.size() + place] = count(ofUnit, GROUPS.get(place));
            }
        }
        return new Adults(units, recipients, adults, byFirstScheme);
    }

    long allRecipients() {
        return Arrays.stream(recipients).sum();
    }

    long all() {
        return Arrays.stream(adults).sum();
    }

    /** Those of {@link #byFirstScheme} who have a scheme. */
    long allInAScheme() {
        int without = GROUPS.indexOf(WITHOUT);
        long sum = 0;
        for (int cell = 0; cell < byFirstScheme.length; cell++) {
            sum += cell % GROUPS.size() == without ? 0 : byFirstScheme[cell];
        }
        return sum;
    }

    long allByFirstScheme() {
        return Arrays.stream(byFirstScheme).sum();
    }

    private static Series recipients(BenefitGroup group) {
        return Series.of(Measure.ADULT_RECIPIENTS, group.code());
    }

    private static long count(Figures figures, Series series) {
        return Math.max(0, figures.total(series, Anchor.DATE));
    }
}
