package nl.buurtpuls.indicator.timeline;

import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.finding.Conflict;
import nl.buurtpuls.contract.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/**
 * Something in the facts that does not add up; the engine goes on as the kind's text says.
 *
 * @param kind what it offends
 * @param event the event that does
 * @param conflict the event's two contents, if that is what it is about
 */
public record Finding(
        FindingKind kind, EventId event, @Nullable Conflict conflict) {

    /** An event that does not fit with other facts. */
    public static Finding of(FindingKind kind, EventId event) {
        return new Finding(kind, event, null);
    }

    /** An event of which there are two contents. */
    public static Finding of(Conflict conflict, EventId event) {
        return new Finding(FindingKind.CONFLICTING_CONTENT, event, conflict);
    }
}
