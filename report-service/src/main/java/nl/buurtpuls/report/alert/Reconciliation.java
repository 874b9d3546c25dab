package nl.buurtpuls.report.alert;

import java.time.LocalDate;
import java.util.Objects;
import nl.buurtpuls.report.alert.AlertState.Firing;
import nl.buurtpuls.report.alert.AlertState.Open;
import nl.buurtpuls.report.alert.AlertState.Pending;
import nl.buurtpuls.report.alert.AlertState.Resolved;
import org.jspecify.annotations.Nullable;

/**
 * How what was told of an area becomes what is so.
 *
 * @param known what becomes of the alert that was open; {@code null} if there was none
 * @param begun the alert that begins; {@code null} if none does
 */
record Reconciliation(@Nullable AlertState known, @Nullable Open begun) {

    /**
     * Holds the open alert of a rule and an area against the course of the figures. Once that has been done, doing it again
     * changes nothing.
     *
     * @param open the alert that is not over; {@code null} if there is none
     * @param today what is found out to be over though no day of it is known, is so from today
     */
    static Reconciliation of(@Nullable Open open, Course course, LocalDate today) {
        Open now = course.now();
        if (open == null) {
            return new Reconciliation(null, now);
        }
        Resolved over = endOf(open, course);
        if (over != null) {
            return new Reconciliation(open.resolve(over.on(), over.cause()), now);
        }
        if (now instanceof Firing firing) {
            return new Reconciliation(open.with(firing.since(), firing.firedOn()), null);
        }
        if (open instanceof Pending) {
            return now == null
                    ? new Reconciliation(open.resolve(today, Cause.CLEARED), null)
                    : new Reconciliation(now, null);
        }
        // It fired, and by what is known now it should not have.
        return new Reconciliation(open.resolve(today, Cause.CORRECTION), now);
    }

    /** How that which the alert told of has ended since; {@code null} if it has not, or never was. */
    private static @Nullable Resolved endOf(Open open, Course course) {
        return course.past().stream()
                .filter(past ->
                        !open.since().isBefore(past.since()) && open.since().isBefore(past.on()))
                .findFirst()
                .orElse(null);
    }

    /** Whether anything is to be written of the alert that was open. */
    boolean changes(@Nullable Open open) {
        return begun != null || !Objects.equals(open, known);
    }
}
