package nl.buurtpuls.report.alert;

import java.time.LocalDate;
import java.util.List;
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
    static Reconciliation of(@Nullable Open open, AlertTimeline timeline, LocalDate today) {
        Open now = timeline.now();
        if (open == null) {
            return new Reconciliation(null, now);
        }
        Resolved over = endOf(open, timeline.past());
        if (over != null) {
            return new Reconciliation(open.resolve(over.on(), over.cause()), now);
        }
        if (now instanceof Firing firing) {
            return new Reconciliation(open.with(firing.since(), firing.firedOn()), null);
        }
        if (open instanceof Pending && now != null) {
            return new Reconciliation(now, null);
        }
        Resolved lapsed = open instanceof Pending ? endOf(open, timeline.lapsed()) : null;
        if (lapsed != null) {
            return new Reconciliation(open.resolve(lapsed.on(), lapsed.cause()), null);
        }
        // By what is known now the line was not crossed then, or not for long enough to fire.
        return new Reconciliation(open.resolve(today, Cause.CORRECTION), now);
    }

    /** Which of those that are over is what the alert told of; {@code null} if none is. */
    private static @Nullable Resolved endOf(Open open, List<Resolved> over) {
        return over.stream()
                .filter(each ->
                        !open.since().isBefore(each.since()) && open.since().isBefore(each.on()))
                .findFirst()
                .orElse(null);
    }

    /** Whether anything is to be written of the alert that was open. */
    boolean changes(@Nullable Open open) {
        return begun != null || !Objects.equals(open, known);
    }
}
