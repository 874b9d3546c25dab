package nl.buurtpuls.indicator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.indicator.timeline.Finding;

/** Writes findings for the findings topic. They name the event, never the person. */
@Singleton
public class Findings {

    private final ObjectMapper json;

    Findings(ObjectMapper json) {
        this.json = json;
    }

    /** The value of a record in the findings topic. */
    public record FindingRecord(String municipality, String code, String detail, EventId event, Instant foundAt) {}

    byte[] write(String municipality, Finding finding, Instant foundAt) {
        try {
            return json.writeValueAsBytes(new FindingRecord(
                    municipality, finding.rule().code(), finding.rule().meaning(), finding.event(), foundAt));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a finding cannot be written", e);
        }
    }
}
