package nl.buurtpuls.contract.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import nl.buurtpuls.contract.event.EventSchemas;
import nl.buurtpuls.contract.event.EventType;

/** The AsyncAPI 3 document of the topics; the payloads of mutations are the schemas that senders go by. */
public final class AsyncApi {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String MESSAGES = "#/components/messages/";
    private static final ObjectNode DOCUMENT = compose();

    private AsyncApi() {}

    public static ObjectNode document() {
        return DOCUMENT.deepCopy();
    }

    private static ObjectNode compose() {
        ObjectNode document = read();
        ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
        schemas.setAll(EventSchemas.under(SCHEMAS));
        ObjectNode messages = (ObjectNode) document.at("/components/messages");
        ObjectNode mutations = (ObjectNode) document.at("/channels/mutations/messages");
        for (EventType type : EventType.values()) {
            messages.set(
                    type.typeName(), message(type, schemas.path(type.typeName()).path("title")));
            mutations.putObject(type.typeName()).put("$ref", MESSAGES + type.typeName());
        }
        return document;
    }

    private static ObjectNode message(EventType type, JsonNode title) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.set("title", title);
        message.put("contentType", "application/json");
        ObjectNode headers = message.putObject("headers").put("type", "object");
        headers.putArray("required")
                .add("ce_specversion")
                .add("ce_id")
                .add("ce_source")
                .add("ce_type")
                .add("ce_time");
        ObjectNode attributes = headers.putObject("properties");
        attributes.putObject("ce_specversion").put("const", "1.0");
        attributes.putObject("ce_id").put("type", "string");
        attributes.putObject("ce_source").put("type", "string");
        attributes.putObject("ce_type").put("const", type.typeName());
        attributes.putObject("ce_time").put("type", "string").put("format", "date-time");
        attributes.putObject("ce_dataschema").put("const", EventSchemas.id(type).toString());
        message.putObject("payload").put("$ref", SCHEMAS + type.typeName());
        message.putObject("bindings").putObject("kafka").putObject("key").put("$ref", SCHEMAS + "municipality");
        return message;
    }

    private static ObjectNode read() {
        try (InputStream in = AsyncApi.class.getResourceAsStream("asyncapi.json")) {
            return (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
