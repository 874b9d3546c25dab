package nl.buurtpuls.report.alert;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.report.alert.AlertState.Firing;
import nl.buurtpuls.report.alert.AlertState.Open;
import nl.buurtpuls.report.alert.AlertState.Pending;
import nl.buurtpuls.report.alert.AlertState.Resolved;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of an area, day by day up to the last: a function of the figures alone. However they came to be known, in
 * whatever order and however often, the same figures have the same course.
 *
 * @param past what fired and is over, in order; what never came to fire is left out
 * @param now what the last day leaves: {@link Pending}, {@link Firing}, or {@code null} for nothing
 */
record Course(List<Resolved> past, @Nullable Open now) {

    /** Of an area without figures. */
    static final Course EMPTY = new Course(List.of(), null);

    Course {
        past = List.copyOf(past);
    }

    /**
     * Goes through the days. A day without a figure changes nothing: neither does an alert begin or fire on it, nor is one
     * over. What is pending is so only while the line stays crossed; what fires does until {@code clearAt} is passed.
     *
     * @param values of what the rule holds against its line
     * @param residents of the same days
     */
    static Course of(
            Condition condition, Period holdFor, int minimumPopulation, DayValues values, DayValues residents) {
        List<Resolved> past = new ArrayList<>();
        Open now = null;
        for (int place = 0; place < values.days(); place++) {
            LocalDate day = values.day(place);
            double value = values.values()[place];
            // Written so that residents who are not known are too few.
            boolean enough = minimumPopulation == 0 || residents.values()[place] >= minimumPopulation;
            if (now instanceof Firing firing) {
                Cause cause = ending(condition, value, enough);
                if (cause != null) {
                    past.add(firing.resolve(day, cause));
                    now = null;
                }
            } else if (!enough) {
                now = null;
            } else if (!Double.isNaN(value)) {
                Pending pending = now instanceof Pending before ? before : new Pending(day);
                now = condition.isCrossed(value) ? held(pending, day, holdFor) : null;
            }
        }
        return new Course(past, now);
    }

    private static @Nullable Cause ending(Condition condition, double value, boolean enough) {
        if (!enough) {
            return Cause.TOO_FEW_RESIDENTS;
        }
        return !Double.isNaN(value) && condition.isCleared(value) ? Cause.CLEARED : null;
    }

    private static Open held(Pending pending, LocalDate day, Period holdFor) {
        return day.isBefore(pending.since().plus(holdFor)) ? pending : pending.fire(day);
    }
}
