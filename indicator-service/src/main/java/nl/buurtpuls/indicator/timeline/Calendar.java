package nl.buurtpuls.indicator.timeline;

import java.time.LocalDate;
import nl.buurtpuls.contract.indicator.Window;

/** Where years have no day of a given date. */
public final class Calendar {

    private Calendar() {}

    /** The day on which someone born on {@code born} completes so many years: for 29 February, else 1 March. */
    public static int birthday(int born, int years) {
        LocalDate birth = LocalDate.ofEpochDay(born);
        LocalDate birthday = birth.plusYears(years);
        boolean fellBack = birthday.getDayOfMonth() < birth.getDayOfMonth();
        return Math.toIntExact(fellBack ? birthday.toEpochDay() + 1 : birthday.toEpochDay());
    }

    /**
     * The first date whose window starts on or after {@code day}: from then on, looking back over the window, one sees
     * {@code day} or later.
     */
    public static int firstToLookBackOn(int day, Window window) {
        LocalDate start = LocalDate.ofEpochDay(day);
        LocalDate date = switch (window) {
            case THIRTY_DAYS -> start.plusDays(30);
            case ONE_YEAR -> start.plusYears(1);
            case FIVE_YEARS -> start.plusYears(5);
            case TEN_YEARS -> start.plusYears(10);
        };
        if (window.start(date).isBefore(start)) {
            date = date.plusDays(1);
        }
        return Math.toIntExact(date.toEpochDay());
    }
}
