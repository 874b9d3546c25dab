package nl.buurtpuls.indicator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import nl.buurtpuls.contract.finding.ReportedFinding;
import nl.buurtpuls.indicator.timeline.Finding;

/** Writes findings for the findings topic. They name the event, never the person. */
@Singleton
public class Findings {

    private final ObjectMapper json;

    Findings(ObjectMapper json) {
        this.json = json;
    }

    byte[] write(String municipality, Finding finding, Instant foundAt) {
        try {
            return json.writeValueAsBytes(new ReportedFinding(
                    municipality,
                    finding.kind().code(),
                    finding.kind().meaning().en(),
                    finding.event(),
                    foundAt,
                    finding.conflict()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a finding cannot be written", e);
        }
    }
}
