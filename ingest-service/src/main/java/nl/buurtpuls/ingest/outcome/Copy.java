package nl.buurtpuls.ingest.outcome;

import java.time.Instant;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.ingest.search.TopicRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was published, once.
 *
 * @param key the municipality that it was published under
 */
record Copy(Event event, String key, int partition, long offset, Instant published) {

    /** The event of a record; {@code null} if it cannot be read: then it is in the dead letters. */
    static @Nullable Copy of(TopicRecord record) {
        try {
            String key = String.valueOf(record.key());
            return new Copy(record.event(), key, record.partition(), record.offset(), record.published());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
