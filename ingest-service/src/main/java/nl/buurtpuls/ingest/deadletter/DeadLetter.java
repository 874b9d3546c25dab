package nl.buurtpuls.ingest.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.problem.NineDigits;
import nl.buurtpuls.contract.topic.DeadLetterHeaders;
import nl.buurtpuls.ingest.person.Bsn;
import nl.buurtpuls.ingest.search.TopicRecord;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is told of a record that could not be read. What was in it is not: that may name a person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
        @Schema(description = "Its partition and offset in buurtpuls.dead-letters", example = "3-17")
        String id,

        State state,

        @Schema(description = "Under whose key it was published; none if under no municipality's", example = "GM0917")
        @Nullable
        String municipality,

        @Schema(description = "Why it could not be read") String reason,

        @Schema(description = "Topic that it was read from", example = "buurtpuls.mutations") @Nullable
        String topic,

        @Schema(description = "Where it was read there") @Nullable
        Position position,

        @Schema(description = "CloudEvents type", example = "nl.brp.overleden") @Nullable
        String type,

        @Schema(description = "source and id of the event, if it has both") @Nullable
        EventId event,

        @Schema(description = "When the record was published")
        Instant publishedAt,

        @Schema(description = "When and as which event it was sent again") @Nullable
        Resent resent) {

    /** Whether something is still to be done about it. */
    public enum State {
        OPEN("open"),
        RESENT("resent");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @JsonValue
        public String code() {
            return code;
        }
    }

    /** Where a record stands in its topic. */
    public record Position(int partition, long offset) {

        private static @Nullable Position of(@Nullable String partition, @Nullable String offset) {
            try {
                return new Position(Integer.parseInt(partition), Long.parseLong(offset));
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /** That a letter was sent again, when, and as which event. */
    public record Resent(Instant at, EventId as) {}

    /** A letter that nobody has sent again, as far as this record tells. */
    public static DeadLetter of(TopicRecord record) {
        String reason = record.header(DeadLetterHeaders.REASON);
        EventId event = event(record);
        return new DeadLetter(
                record.partition() + "-" + record.offset(),
                State.OPEN,
                municipality(record.key()),
                reason == null ? "" : NineDigits.blot(reason),
                record.header(DeadLetterHeaders.TOPIC),
                Position.of(record.header(DeadLetterHeaders.PARTITION), record.header(DeadLetterHeaders.OFFSET)),
                blotted(record.header("ce_type")),
                event,
                record.published(),
                null);
    }

    /** Records that were put past the door may have anything anywhere. */
    private static @Nullable String blotted(@Nullable String text) {
        return text == null ? null : NineDigits.blot(text);
    }

    private static @Nullable String municipality(@Nullable String key) {
        return key != null && AreaTable.isMunicipalityCode(key) ? key : null;
    }

    static @Nullable EventId event(TopicRecord record) {
        String id = record.header("ce_id");
        String source = record.header("ce_source");
        return id == null || source == null || Bsn.standsInAttribute(id) || Bsn.standsInAttribute(source)
                ? null
                : new EventId(source, id);
    }

    DeadLetter resent(@Nullable Resent mark) {
        return mark == null
                ? this
                : new DeadLetter(
                        id, State.RESENT, municipality, reason, topic, position, type, event, publishedAt, mark);
    }
}
