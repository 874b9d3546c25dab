package nl.buurtpuls.indicator.contribution;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Predicate;
import nl.buurtpuls.indicator.timeline.Days;
import nl.buurtpuls.indicator.timeline.IncomeClass;
import nl.buurtpuls.indicator.timeline.Timeline;

/** On which days a person's incomes of earlier calendar years count. */
final class Incomes {

    private static final int YEARS_FOR_LONG_TERM = 4;

    private Incomes() {}

    /** The days of each year after one of low income. */
    static Days low(Timeline life) {
        return after(1, life, IncomeClass::low);
    }

    /** The days of each year after one at no more than 120% of the social minimum. */
    static Days minimum(Timeline life) {
        return after(1, life, IncomeClass::belowSocialMinimum120);
    }

    /** The days of each year after four such years running. */
    static Days longTermMinimum(Timeline life) {
        Days longTerm = minimum(life);
        for (int years = 2; years <= YEARS_FOR_LONG_TERM; years++) {
            longTerm = longTerm.and(after(years, life, IncomeClass::belowSocialMinimum120));
        }
        return longTerm;
    }

    /** The days of each year that comes so many years after one of the class. */
    private static Days after(int years, Timeline life, Predicate<IncomeClass> isOfClass) {
        Days days = Days.NONE;
        for (Map.Entry<Integer, IncomeClass> income : life.incomes().entrySet()) {
            if (isOfClass.test(income.getValue())) {
                int year = income.getKey() + years;
                days = days.or(Days.between(newYear(year), newYear(year + 1)));
            }
        }
        return days;
    }

    private static int newYear(int year) {
        return Math.toIntExact(LocalDate.of(year, 1, 1).toEpochDay());
    }
}
