package nl.buurtpuls.ingest.outcome;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.finding.FindingKind;
import nl.buurtpuls.contract.finding.ReportedFinding;
import nl.buurtpuls.ingest.outcome.EventOutcome.Found;
import nl.buurtpuls.ingest.search.TopicRecord;
import org.jspecify.annotations.Nullable;

/** Reads what does not add up about an event. */
@Singleton
class FindingReader {

    private final ObjectMapper json;

    FindingReader(ObjectMapper json) {
        this.json = json;
    }

    /** The finding of a record, if it is about the event. */
    @Nullable
    Found about(TopicRecord record, EventId id) {
        // Most are about other events: the text is looked at before it is taken apart. A source has no letter that JSON
        // writes in another way than it is.
        byte[] value = record.value();
        if (!new String(value, StandardCharsets.UTF_8).contains(id.source())) {
            return null;
        }
        try {
            ReportedFinding finding = json.readValue(value, ReportedFinding.class);
            return finding != null && id.equals(finding.event()) ? found(finding) : null;
        } catch (IOException e) {
            // No finding: whoever reads them all puts it aside.
            return null;
        }
    }

    private static Found found(ReportedFinding finding) {
        String remedy =
                FindingKind.of(finding.code()).map(kind -> kind.remedy().en()).orElse(null);
        return new Found(
                finding.code(),
                finding.detail(),
                remedy,
                finding.municipality(),
                finding.foundAt(),
                finding.conflict());
    }
}
