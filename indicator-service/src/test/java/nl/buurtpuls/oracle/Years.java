package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/** Anniversaries and completed years, where 29 February falls on 1 March in years that lack it. */
final class Years {

    private Years() {}

    /** The day on which so many years since {@code start} are complete. */
    static LocalDate anniversary(LocalDate start, int years) {
        int year = start.getYear() + years;
        boolean leapDay = start.getMonth() == Month.FEBRUARY && start.getDayOfMonth() == 29;
        if (leapDay && !Year.isLeap(year)) {
            return LocalDate.of(year, Month.MARCH, 1);
        }
        return LocalDate.of(year, start.getMonth(), start.getDayOfMonth());
    }

    /** Years completed since {@code start} on a day; negative before it. */
    static int completed(LocalDate start, LocalDate day) {
        int years = day.getYear() - start.getYear();
        return anniversary(start, years).isAfter(day) ? years - 1 : years;
    }

    static boolean isAdult(LocalDate birthDate, LocalDate day) {
        return completed(birthDate, day) >= 18;
    }
}
