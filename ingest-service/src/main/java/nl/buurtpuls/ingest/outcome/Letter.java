package nl.buurtpuls.ingest.outcome;

import java.time.Instant;
import nl.buurtpuls.contract.topic.DeadLetterHeaders;
import nl.buurtpuls.ingest.search.TopicRecord;
import org.jspecify.annotations.Nullable;

/**
 * A mutation that went to the dead letters.
 *
 * @param name of the letter, as {@code /v1/dead-letters} has it
 * @param type CloudEvents type, as the record says
 * @param key that the mutation was published under
 * @param partition of the mutation
 * @param offset of the mutation
 */
record Letter(String name, String type, String key, int partition, long offset, Instant published) {

    /** The mutation that a record of the dead letters was; {@code null} if it was none. */
    static @Nullable Letter of(TopicRecord record) {
        String partition = record.header(DeadLetterHeaders.PARTITION);
        String offset = record.header(DeadLetterHeaders.OFFSET);
        String type = record.header("ce_type");
        if (partition == null || offset == null || type == null) {
            return null;
        }
        return new Letter(
                record.partition() + "-" + record.offset(),
                type,
                String.valueOf(record.key()),
                Integer.parseInt(partition),
                Long.parseLong(offset),
                record.published());
    }

    boolean isOf(Copy copy) {
        return copy.partition() == partition && copy.offset() == offset;
    }
}
