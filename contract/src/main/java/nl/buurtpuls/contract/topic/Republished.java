package nl.buurtpuls.contract.topic;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Marks a record that was published again, behind all others of its partition, so that the part before can be deleted.
 * The mark is the offset that this part ends at. Who has begun to read before it has read, or will read, the original,
 * and is to leave the record out; to who begins at it or after, the record is the original.
 */
public final class Republished {

    /** A header of eight bytes. */
    public static final String HEADER = "buurtpuls-republished";

    private Republished() {}

    /** The mark of records whose originals all stand before this offset. */
    public static Header mark(long end) {
        return new RecordHeader(
                HEADER, ByteBuffer.allocate(Long.BYTES).putLong(end).array());
    }

    /** Whether a reader who began at an offset has read the original, or will. */
    public static boolean isCopy(Headers headers, long began) {
        Header mark = headers.lastHeader(HEADER);
        return mark != null
                && mark.value() != null
                && mark.value().length == Long.BYTES
                && ByteBuffer.wrap(mark.value()).getLong() > began;
    }
}
