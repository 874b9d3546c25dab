package nl.buurtpuls.contract.topic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * What stands beside a record in the dead letters: where it was read, and why it could not be. A letter that was sent
 * again is marked by a record after it, in the same partition, that names it.
 */
public final class DeadLetterHeaders {

    /** Why the record could not be read. */
    public static final String REASON = "buurtpuls-reason";
    /** Topic that it was read from. */
    public static final String TOPIC = "buurtpuls-topic";

    public static final String PARTITION = "buurtpuls-partition";
    public static final String OFFSET = "buurtpuls-offset";
    /** In a mark: the offset, in this partition of the dead letters, of the letter that was sent again. */
    public static final String RESENT = "buurtpuls-resent";

    private static final Set<String> OURS = Set.of(REASON, TOPIC, PARTITION, OFFSET, RESENT);
    private static final int LONGEST_REASON = 500;

    private DeadLetterHeaders() {}

    /** The headers of a record that could not be read, with ours beside them. */
    public static List<Header> of(Headers received, String topic, int partition, long offset, String reason) {
        List<Header> headers = new ArrayList<>(withoutOurs(received));
        headers.add(header(REASON, reason.substring(0, Math.min(reason.length(), LONGEST_REASON))));
        headers.add(header(TOPIC, topic));
        headers.add(header(PARTITION, Integer.toString(partition)));
        headers.add(header(OFFSET, Long.toString(offset)));
        return headers;
    }

    /** The headers that a dead letter came with. */
    public static List<Header> withoutOurs(Headers headers) {
        return Arrays.stream(headers.toArray())
                .filter(header -> !OURS.contains(header.key()))
                .toList();
    }

    public static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
