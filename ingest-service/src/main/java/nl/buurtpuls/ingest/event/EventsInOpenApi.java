package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.buurtpuls.contract.event.EventSchemas;
import nl.buurtpuls.contract.event.EventType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Shows in the OpenAPI document what an event of each type looks like, in each mode. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class EventsInOpenApi implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ATTRIBUTES = new TreeMap<>(Map.of(
            "specversion", "1.0",
            "id", "7c1e",
            "source", "urn:nld:oin:00000001001234567000:systeem:burgerzaken",
            "time", "2021-03-02T09:14:05Z"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema("Event", event());
        Operation push = document.getPaths().getPathItem(EventsResource.PATH).getPOST();
        Content content = push.getRequestBody().getContent();
        content.getMediaType(EventsResource.STRUCTURED).setExamples(examples(EventsInOpenApi::structured));
        content.getMediaType(EventsResource.BATCH)
                .getSchema()
                .setItems(OASFactory.createSchema().ref("Event"));
        content.getMediaType(EventsResource.BATCH)
                .setExamples(Map.of(
                        "two-events",
                        example(
                                "A death and a birth",
                                List.of(structured(EventType.DEATH), structured(EventType.BIRTH)))));
        content.getMediaType("application/json").setExamples(examples(EventsInOpenApi::data));
        ATTRIBUTES.forEach((name, value) -> push.addParameter(header(name, value)));
        push.addParameter(header("type", EventType.INTERMUNICIPAL_MOVE.typeName()));
    }

    private static Parameter header(String attribute, String example) {
        return OASFactory.createParameter()
                .name("ce-" + attribute)
                .in(Parameter.In.HEADER)
                .description("The context attribute " + attribute + ", in binary mode.")
                .schema(text())
                .example(example);
    }

    private static Schema event() {
        List<Object> types = Arrays.stream(EventType.values())
                .<Object>map(EventType::typeName)
                .toList();
        return OASFactory.createSchema()
                .description(
                        "A CloudEvent in structured mode, by the NL GOV profile for CloudEvents 1.1. The data of each type"
                                + " have a JSON Schema at /v1/schemas/{type}. Other attributes are taken and not passed on.")
                .addType(SchemaType.OBJECT)
                .required(List.of("specversion", "id", "source", "type", "time", "datacontenttype", "data"))
                .addProperty("specversion", text().constValue("1.0"))
                .addProperty("id", text().minLength(1).maxLength(1024))
                .addProperty(
                        "source", text().maxLength(1024).pattern("^[Uu][Rr][Nn]:[A-Za-z0-9][A-Za-z0-9-]{0,31}:\\S+$"))
                .addProperty("type", text().enumeration(types))
                .addProperty("time", text().format("date-time"))
                .addProperty("datacontenttype", text().pattern("^application/json *(;.*)?$"))
                .addProperty("dataschema", text().format("uri"))
                .addProperty("data", OASFactory.createSchema().addType(SchemaType.OBJECT));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Map<String, Example> examples(Function<EventType, Object> of) {
        Map<String, Example> examples = new LinkedHashMap<>();
        for (EventType type : EventType.values()) {
            examples.put(
                    type.typeName(), example(EventSchemas.of(type).path("title").asText(), of.apply(type)));
        }
        return examples;
    }

    private static Example example(String summary, Object value) {
        return OASFactory.createExample().summary(summary).value(value);
    }

    private static Object structured(EventType type) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ATTRIBUTES.forEach(event::put);
        event.put("id", type.typeName() + "-1").put("type", type.typeName());
        event.put("datacontenttype", "application/json").set("data", exampleOf(type));
        return JSON.convertValue(event, Map.class);
    }

    private static Object data(EventType type) {
        return JSON.convertValue(exampleOf(type), Map.class);
    }

    private static JsonNode exampleOf(EventType type) {
        return EventSchemas.of(type).path("examples").path(0);
    }
}
