package nl.buurtpuls.contract.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/** A request for erasure as a record of the mutations topic: a CloudEvent in binary mode, as the mutations are. */
public final class ErasureHeaders {

    /** The CloudEvents {@code type}; none that a sender may push. */
    public static final String TYPE = "nl.buurtpuls.persoon.te-wissen";

    private static final String SOURCE = "urn:buurtpuls:ingest-service";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ErasureHeaders() {}

    public static List<Header> write(ErasureRequest request) {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", request.id()),
                header("ce_source", SOURCE),
                header("ce_type", TYPE),
                header("ce_time", request.time().toString()),
                header("content-type", "application/json"));
    }

    /** The record's value. */
    public static byte[] data(ErasureRequest request) {
        ObjectNode data = MAPPER.createObjectNode();
        data.putObject("person").put("id", request.person());
        data.put("municipality", request.municipality());
        data.put("effectiveDate", request.day().toString());
        try {
            return MAPPER.writeValueAsBytes(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a record with these headers is a request for erasure. */
    public static boolean isRequest(Headers headers) {
        Header type = headers.lastHeader("ce_type");
        return type != null && type.value() != null && TYPE.equals(text(type));
    }

    /**
     * The request of a record.
     *
     * @throws IllegalArgumentException saying what is missing or wrong
     */
    public static ErasureRequest read(Headers headers, byte[] value) {
        try {
            JsonNode data = MAPPER.readTree(value);
            return new ErasureRequest(
                    required(headers, "ce_id"),
                    Instant.parse(required(headers, "ce_time")),
                    required(data, "/person/id"),
                    required(data, "/municipality"),
                    LocalDate.parse(required(data, "/effectiveDate")));
        } catch (IOException e) {
            throw new IllegalArgumentException("request for erasure is no JSON", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("request for erasure has no moment or day that exists", e);
        }
    }

    private static String required(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IllegalArgumentException("request for erasure lacks header " + name);
        }
        return text(header);
    }

    private static String required(JsonNode data, String pointer) {
        JsonNode value = data.at(pointer);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("request for erasure lacks " + pointer);
        }
        return value.textValue();
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
