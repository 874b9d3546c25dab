package nl.buurtpuls.report.segregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.BenefitGroup;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Quantity;
import nl.buurtpuls.report.disclosure.ReleasedFigures;
import nl.buurtpuls.report.ledger.Needs;

/**
 * The adults of the units of an area on a date.
 *
 * @param units codes of the units; the arrays are in their order
 * @param recipients of each unit, its adults with a benefit of the group asked for
 * @param adults of each unit, all
 * @param byFirstScheme of each unit, its adults by the first of their running schemes, in the order of {@link #GROUPS}
 */
record Adults(List<String> units, long[] recipients, long[] adults, long[] byFirstScheme) {

    /** The groups that an adult is in one of; the last have no scheme. */
    static final List<Quantity> GROUPS = BenefitGroup.adultsByFirstScheme();

    private static final Quantity ALL = Quantity.on(Measure.ADULTS);

    /** What is read for them. */
    static Needs needs(BenefitGroup group) {
        List<Quantity> needed = new ArrayList<>(GROUPS);
        needed.add(ALL);
        needed.add(recipients(group));
        return Needs.ofQuantities(needed);
    }

    /** The adults of units that there are figures of. */
    static Adults in(Map<String, ReleasedFigures> figures, BenefitGroup group) {
        List<String> units = List.copyOf(figures.keySet());
        long[] recipients = new long[units.size()];
        long[] adults = new long[units.size()];
        long[] byFirstScheme = new long[units.size() * GROUPS.size()];
        for (int unit = 0; unit < units.size(); unit++) {
            ReleasedFigures ofUnit = figures.get(units.get(unit));
            adults[unit] = ofUnit.count(ALL);
            // While a replay runs, a unit may have its recipients before its adults.
            recipients[unit] = Math.min(adults[unit], ofUnit.count(recipients(group)));
            for (int place = 0; place < GROUPS.size(); place++) {
                byFirstScheme[unit * GROUPS.size() + place] = ofUnit.count(GROUPS.get(place));
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
        int without = GROUPS.size() - 1;
        long sum = 0;
        for (int cell = 0; cell < byFirstScheme.length; cell++) {
            sum += cell % GROUPS.size() == without ? 0 : byFirstScheme[cell];
        }
        return sum;
    }

    long allByFirstScheme() {
        return Arrays.stream(byFirstScheme).sum();
    }

    private static Quantity recipients(BenefitGroup group) {
        return group.of(Measure.ADULT_RECIPIENTS);
    }
}
