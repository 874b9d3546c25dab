package nl.buurtpuls.ingest.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.buurtpuls.contract.event.EventSchemas;
import nl.buurtpuls.contract.event.EventType;

/** Events of every type that are taken: the examples of the schemas in an envelope. */
public final class Examples {

    /** Half of a surrogate pair survives as an escape only. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Examples() {}

    /** The first example of a type, in structured mode. */
    public static ObjectNode of(EventType type) {
        return event(type, EventSchemas.of(type).path("examples").path(0));
    }

    /** An event as it is sent. */
    public static byte[] bytes(JsonNode event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** An event with these data. */
    public static ObjectNode event(EventType type, JsonNode data) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "example-1")
                .put("source", "urn:nld:oin:00000001001234567000:systeem:burgerzaken")
                .put("type", type.typeName())
                .put("time", "2021-03-02T09:14:05Z")
                .put("datacontenttype", "application/json");
        event.set("data", data);
        return event;
    }

    /**
     * The first example of a type with one thing changed.
     *
     * @param at JSON pointer
     * @param value JSON to put there; {@code -} to take out what is there
     */
    public static ObjectNode changed(String type, String at, String value) {
        ObjectNode event = of(EventType.of(type).orElseThrow());
        int last = at.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) event.at(at.substring(0, last));
        String name = at.substring(last + 1).replace("~1", "/");
        if (value.equals("-")) {
            parent.remove(name);
            return event;
        }
        try {
            String json = new String(Table.bytes(value, Map.of()), StandardCharsets.UTF_8);
            parent.set(name, JSON.readTree(json));
            return event;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
    }
}
