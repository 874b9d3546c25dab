package nl.buurtpuls.report.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import nl.buurtpuls.contract.finding.Conflict;
import nl.buurtpuls.contract.finding.FindingKind;
import nl.buurtpuls.contract.finding.ReportedFinding;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * A finding in the reader's language.
 *
 * @param municipality under whose key the event does not add up
 * @param kind stable name of what is wrong
 * @param source {@code source} of the event
 * @param id {@code id} of the event
 * @param foundAt when it was found, last
 * @param text what does not add up, and what the figures make of it
 * @param remedy what to do about it; {@code null} for a kind that is newer than this service
 * @param conflict the two contents, where one event has two
 */
public record FindingView(
        String municipality,
        String kind,
        String source,
        String id,
        Instant foundAt,
        String text,
        @Nullable String remedy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Conflict conflict) {

    static final List<String> COLUMNS =
            List.of("foundAt", "municipality", "kind", "source", "id", "text", "remedy", "differsIn");

    static FindingView of(ReportedFinding finding, Language language) {
        FindingKind kind = FindingKind.of(finding.code()).orElse(null);
        return new FindingView(
                finding.municipality(),
                finding.code(),
                finding.event().source(),
                finding.event().id(),
                finding.foundAt(),
                kind == null ? finding.detail() : language.of(kind.meaning()),
                kind == null ? null : language.of(kind.remedy()),
                finding.conflict());
    }

    List<@Nullable Object> row() {
        return Table.row(
                foundAt, municipality, kind, source, id, text, remedy, conflict == null ? null : conflict.differsIn());
    }
}
