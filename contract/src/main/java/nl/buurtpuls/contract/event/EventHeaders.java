package nl.buurtpuls.contract.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The context attributes of an event as Kafka headers: the CloudEvents Kafka binding, binary mode. */
public final class EventHeaders {

    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");

    private static final Map<EventType, Header> DATA_SCHEMAS = Arrays.stream(EventType.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    type -> header("ce_dataschema", EventSchemas.id(type).toString())));

    private EventHeaders() {}

    public static List<Header> write(Event event) {
        return List.of(
                SPEC_VERSION,
                header("ce_id", event.id().id()),
                header("ce_source", event.id().source()),
                header("ce_type", event.data().type().typeName()),
                header("ce_time", event.time().toString()),
                DATA_SCHEMAS.get(event.data().type()),
                CONTENT_TYPE);
    }

    /**
     * The event of a record's headers and value.
     *
     * @throws IllegalArgumentException saying what is missing or wrong
     */
    public static Event read(Headers headers, byte[] value) {
        String typeName = text(headers, "ce_type");
        EventType type = EventType.of(typeName)
                .orElseThrow(() -> new IllegalArgumentException("unknown event type " + typeName));
        Instant time;
        try {
            time = Instant.parse(text(headers, "ce_time"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("ce_time: " + e.getMessage(), e);
        }
        return new Event(
                new EventId(text(headers, "ce_source"), text(headers, "ce_id")), time, EventJson.read(type, value));
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("record lacks header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
