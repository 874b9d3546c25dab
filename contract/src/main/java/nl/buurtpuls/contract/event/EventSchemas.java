package nl.buurtpuls.contract.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A JSON Schema (2020-12) of the data of each event type, as a sender writes them. Each stands alone: it holds the
 * definitions that it names. What a schema cannot say, as that a buurt lies in the municipality, the door checks.
 */
public final class EventSchemas {

    /** Media type of a schema. */
    public static final String MEDIA_TYPE = "application/schema+json";

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String ID_PREFIX = "urn:buurtpuls:schema:";
    private static final String LOCAL = "#/$defs/";

    private static final Map<EventType, ObjectNode> SCHEMAS = read();

    private EventSchemas() {}

    /** The {@code dataschema} of events of a type: the {@code $id} of its schema. */
    public static URI id(EventType type) {
        return URI.create(ID_PREFIX + type.typeName());
    }

    /** The schema of the data of a type, with at least one example. */
    public static ObjectNode of(EventType type) {
        return SCHEMAS.get(type).deepCopy();
    }

    private static Map<EventType, ObjectNode> read() {
        try (InputStream in = EventSchemas.class.getResourceAsStream("event-schemas.json")) {
            JsonNode all = new ObjectMapper().readTree(in);
            Map<EventType, ObjectNode> schemas = new EnumMap<>(EventType.class);
            Arrays.stream(EventType.values()).forEach(type -> schemas.put(type, alone(all, type)));
            return schemas;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode alone(JsonNode all, EventType type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", DIALECT).put("$id", id(type).toString());
        schema.setAll((ObjectNode) all.path("types").required(type.typeName()));
        ObjectNode definitions = JsonNodeFactory.instance.objectNode();
        for (String name : named(schema, all.path("$defs"))) {
            definitions.set(name, all.path("$defs").required(name));
        }
        return schema.set("$defs", definitions);
    }

    /** The definitions that a schema names, and those that they name. */
    private static Set<String> named(JsonNode schema, JsonNode definitions) {
        Set<String> found = new TreeSet<>();
        Deque<JsonNode> toRead = new ArrayDeque<>(List.of(schema));
        while (!toRead.isEmpty()) {
            for (String ref : toRead.pop().findValuesAsText("$ref")) {
                String name = ref.substring(LOCAL.length());
                if (found.add(name)) {
                    toRead.push(definitions.required(name));
                }
            }
        }
        return found;
    }
}
