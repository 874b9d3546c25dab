package nl.buurtpuls.report.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.finding.ReportedFinding;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A finding as it was read.
 *
 * @param body the record's value
 * @param partition of the topic, in which all of a municipality are
 * @param version of two findings of the same, the higher holds: the record's offset
 */
record ReadFinding(ReportedFinding finding, String body, int partition, long version) {

    /**
     * Reads a record of the findings topic.
     *
     * @throws IllegalArgumentException saying what is missing or wrong
     */
    static ReadFinding of(ConsumerRecord<String, String> record, ObjectMapper json) {
        String body = record.value();
        if (body == null) {
            throw new IllegalArgumentException("record has no value");
        }
        if (body.indexOf('\0') >= 0 || body.contains("\\u0000")) {
            throw new IllegalArgumentException("value has a character that no text of the database can have");
        }
        try {
            ReportedFinding finding = checked(json.readValue(body, ReportedFinding.class));
            return new ReadFinding(finding, body, record.partition(), record.offset());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("value is no finding: " + e.getOriginalMessage(), e);
        }
    }

    private static ReportedFinding checked(ReportedFinding finding) {
        boolean whole = finding != null
                && finding.code() != null
                && finding.detail() != null
                && finding.foundAt() != null
                && finding.event() != null
                && finding.event().source() != null
                && finding.event().id() != null;
        if (!whole) {
            throw new IllegalArgumentException("expected municipality, code, detail, event and foundAt");
        }
        if (finding.municipality() == null || !AreaTable.isMunicipalityCode(finding.municipality())) {
            throw new IllegalArgumentException("expected a municipality code");
        }
        return finding;
    }

    /** What is wrong with which event. */
    String identity() {
        return String.join(
                "\0",
                finding.municipality(),
                finding.event().source(),
                finding.event().id(),
                finding.code());
    }
}
