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

    private static final JsonNode ALL = read();
    private static final Map<EventType, ObjectNode> SCHEMAS = eachAlone();

    private EventSchemas() {}

    /** The {@code dataschema} of events of a type: the {@code $id} of its schema. */
    public static URI id(EventType type) {
        return URI.create(ID_PREFIX + type.typeName());
    }

    /** The schema of the data of a type, with at least one example. */
    public static ObjectNode of(EventType type) {
        return SCHEMAS.get(type).deepCopy();
    }

    /**
     * All of them in one document, without what lets each stand alone: by type name, and the definitions that they share.
     *
     * @param pointer where the document has them, {@code #/components/schemas/}
     */
    public static ObjectNode under(String pointer) {
        ObjectNode schemas = JsonNodeFactory.instance.objectNode();
        schemas.setAll((ObjectNode) ALL.path("$defs"));
        schemas.setAll((ObjectNode) ALL.path("types"));
        return referringTo(schemas, pointer);
    }

    /** ISO 3166-1 alpha-2 codes, abolished ones too, as the schemas list them. */
    public static Set<String> countries() {
        Set<String> codes = new TreeSet<>();
        ALL.at("/$defs/country/enum").forEach(code -> codes.add(code.textValue()));
        return codes;
    }

    private static ObjectNode referringTo(ObjectNode schemas, String pointer) {
        ObjectNode copy = schemas.deepCopy();
        for (JsonNode parent : copy.findParents("$ref")) {
            String name = parent.path("$ref").asText().substring(LOCAL.length());
            ((ObjectNode) parent).put("$ref", pointer + name);
        }
        return copy;
    }

    private static JsonNode read() {
        try (InputStream in = EventSchemas.class.getResourceAsStream("event-schemas.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<EventType, ObjectNode> eachAlone() {
        Map<EventType, ObjectNode> schemas = new EnumMap<>(EventType.class);
        Arrays.stream(EventType.values()).forEach(type -> schemas.put(type, alone(ALL, type)));
        return schemas;
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
