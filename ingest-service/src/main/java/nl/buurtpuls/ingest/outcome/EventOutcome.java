package nl.buurtpuls.ingest.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.finding.Conflict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of an event. Of one that could not be read, what its record does not say is not told. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventOutcome(
        String id,
        String source,

        @Schema(description = "CloudEvents type of the content that counts", example = "nl.brp.overleden") @Nullable
        String type,

        State state,

        @Schema(description = "The register that it comes from", example = "GM0917") @Nullable
        String municipality,

        @Schema(description = "When Kafka first took it") Instant publishedAt,

        @Schema(description = "Partition of buurtpuls.mutations") @Nullable
        Integer partition,

        @Nullable Long offset,

        @Schema(description = "How often it was sent; it counts once")
        int copies,

        @Schema(
                description =
                        "All contents that were sent under this source and id, if more than one; the first counts")
        @Nullable
        List<SentContent> contents,

        @Schema(description = "The event that retracts it") @Nullable
        EventId retractedBy,

        @Schema(description = "The dead letters that it is in, because it could not be applied") @Nullable
        List<String> deadLetters,

        List<Found> findings,

        @Schema(
                description = "Publication of the oldest record that was looked at, if the search ended before all was:"
                        + " older copies and contents may be missing")
        @Nullable
        Instant searchedFrom) {

    /** How far an event has come. */
    public enum State {
        /** Kafka holds it. */
        ACCEPTED("accepted"),
        /** The figures have it. */
        APPLIED("applied"),
        /** It was taken back. */
        RETRACTED("retracted"),
        /** It could not be applied. */
        DEAD_LETTER("dead-letter");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @JsonValue
        public String code() {
            return code;
        }
    }

    /** A content of the event. */
    public record SentContent(String type, Instant time, Instant publishedAt, int copies, boolean counts) {}

    /** What does not add up about it; what to do about that, report-service says at /v1/findings. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            String code,
            String detail,
            @Nullable String remedy,
            String municipality,
            Instant foundAt,
            @Nullable Conflict conflict) {}
}
