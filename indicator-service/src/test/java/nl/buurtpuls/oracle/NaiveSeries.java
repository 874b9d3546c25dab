package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The dates of a series: every date of the period is looked at and asked whether it is one. */
public enum NaiveSeries {
    DAY,
    MONTH,
    YEAR;

    /** Dates in {@code [from, to]} at which the series has a point. */
    public List<LocalDate> dates(LocalDate from, LocalDate to) {
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            if (isPoint(date)) {
                dates.add(date);
            }
        }
        return dates;
    }

    private boolean isPoint(LocalDate date) {
        return switch (this) {
            case DAY -> true;
            case MONTH -> date.getDayOfMonth() == 1;
            case YEAR -> date.getDayOfYear() == 1;
        };
    }
}
