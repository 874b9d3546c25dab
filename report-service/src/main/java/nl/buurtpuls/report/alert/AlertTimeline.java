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
 * @param past what fired and is over, in order
 * @param lapsed what was pending and never came to fire, in order
 * @param now what the last day leaves: {@link Pending}, {@link Firing}, or {@code null} for nothing
 */
record AlertTimeline(
        List<Resolved> past,
        List<Resolved> lapsed,
        @Nullable Open now) {

    /** Of an area without figures. */
    static final AlertTimeline EMPTY = new AlertTimeline(List.of(), List.of(), null);

    AlertTimeline {
        past = List.copyOf(past);
        lapsed = List.copyOf(lapsed);
    }

    /**
     * Goes through the days. A day without a figure changes nothing: neither does an alert begin or fire on it, nor is one
     * over. What is pending is so only while the line stays crossed; what fires does until {@code clearAt} is passed.
     *
     * @param values of what the rule holds against its line
     * @param residents of the same days
     */
    static AlertTimeline of(
            Condition condition, Period holdFor, int minimumPopulation, DayValues values, DayValues residents) {
        List<Resolved> past = new ArrayList<>();
        List<Resolved> lapsed = new ArrayList<>();
        Open now = null;
        for (int place = 0; place < values.days(); place++) {
            LocalDate day = values.day(place);
            double value = values.values()[place];
            // Written so that residents who are not known are too few.
            boolean enough = minimumPopulation == 0 || residents.values()[place] >= minimumPopulation;
            boolean known = !Double.isNaN(value);
            if (now != null) {
                boolean back = now instanceof Firing ? condition.isCleared(value) : !condition.isCrossed(value);
                Cause cause = !enough ? Cause.TOO_FEW_RESIDENTS : known && back ? Cause.CLEARED : null;
                if (cause != null) {
                    (now instanceof Firing ? past : lapsed).add(now.resolve(day, cause));
                    now = null;
                } else if (known && now instanceof Pending pending) {
                    now = held(pending, day, holdFor);
                }
            } else if (enough && known && condition.isCrossed(value)) {
                now = held(new Pending(day), day, holdFor);
            }
        }
        return new AlertTimeline(past, lapsed, now);
    }

    private static Open held(Pending pending, LocalDate day, Period holdFor) {
        return day.isBefore(pending.since().plus(holdFor)) ? pending : pending.fire(day);
    }
}
