package nl.buurtpuls.contract.finding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import nl.buurtpuls.contract.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * The value of a record in the findings topic. It names events, never a person.
 *
 * @param municipality under whose key the event does not add up
 * @param code of a {@link FindingKind}, or of one that is newer than this program
 * @param detail what does not add up, in English
 * @param event the event that does not
 * @param foundAt when it was found
 * @param conflict the two contents, where one event has two; else {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReportedFinding(
        String municipality,
        String code,
        String detail,
        EventId event,
        Instant foundAt,
        @Nullable Conflict conflict) {}
