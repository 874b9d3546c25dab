package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The windows of flows, as they stand last in an indicator's id. */
enum Span {
    DAYS_30("30d", 0),
    YEAR_1("1y", 1),
    YEARS_5("5y", 5),
    YEARS_10("10y", 10);

    private final String suffix;
    private final int years;

    Span(String suffix, int years) {
        this.suffix = suffix;
        this.years = years;
    }

    String suffix() {
        return suffix;
    }

    /** The day before the first day of the window that ends with {@code date}. */
    LocalDate before(LocalDate date) {
        // minusYears makes 28 February of 29 February, which is the rule for "years before".
        return years == 0 ? date.minusDays(30) : date.minusYears(years);
    }

    long days(LocalDate date) {
        return ChronoUnit.DAYS.between(before(date), date);
    }
}
