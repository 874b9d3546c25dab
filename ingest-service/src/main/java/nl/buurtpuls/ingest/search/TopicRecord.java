package nl.buurtpuls.ingest.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.event.EventId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A record of a topic, while it is looked at: what is to be kept of it is copied. */
public final class TopicRecord {

    private final ConsumerRecord<String, ByteBuffer> record;

    TopicRecord(ConsumerRecord<String, ByteBuffer> record) {
        this.record = record;
    }

    public @Nullable String key() {
        return record.key();
    }

    public int partition() {
        return record.partition();
    }

    public long offset() {
        return record.offset();
    }

    public Instant published() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** Whether a header has this text; it is compared as bytes, since most have not. */
    public boolean has(String header, byte[] text) {
        Header found = record.headers().lastHeader(header);
        return found != null && Arrays.equals(found.value(), text);
    }

    /** A header's text, {@code null} if there is no such header. */
    public @Nullable String header(String name) {
        Header found = record.headers().lastHeader(name);
        return found == null || found.value() == null ? null : new String(found.value(), StandardCharsets.UTF_8);
    }

    /** A copy of the value; empty if there is none. */
    public byte[] value() {
        if (record.value() == null) {
            return new byte[0];
        }
        ByteBuffer view = record.value().duplicate();
        byte[] copy = new byte[view.remaining()];
        view.get(copy);
        return copy;
    }

    /** Whether the record has that event, by its headers. */
    public boolean isOf(EventId event) {
        return has("ce_id", event.id().getBytes(StandardCharsets.UTF_8))
                && has("ce_source", event.source().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The event that the record has.
     *
     * @throws IllegalArgumentException saying why it has none
     */
    public Event event() {
        return EventHeaders.read(record.headers(), value());
    }
}
