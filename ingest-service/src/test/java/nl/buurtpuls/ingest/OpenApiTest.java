package nl.buurtpuls.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.ingest.testing.JsonSchemas;
import nl.buurtpuls.ingest.testing.RealKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document that a developer starts from: open to all, complete, and true. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
class OpenApiTest {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private JsonNode document;

    /** An example and the schema that stands beside it. */
    private record Shown(String where, JsonNode schema, JsonNode example) {}

    @BeforeEach
    void read() throws IOException {
        document = new ObjectMapper()
                .readTree(given().get("/v1/openapi.json")
                        .then()
                        .statusCode(200)
                        .header("Access-Control-Allow-Origin", "*")
                        .extract()
                        .asString());
    }

    @Test
    void documentSaysWhoToAskAndWhatBelongsTogether() {
        JsonNode info = document.path("info");
        for (String field : new String[] {"title", "description", "version"}) {
            assertThat(info.path(field).asText()).as(field).isNotBlank();
        }
        for (String field : new String[] {"name", "email", "url"}) {
            assertThat(info.at("/contact/" + field).asText()).as(field).isNotBlank();
        }
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : document.path("tags")) {
            assertThat(tag.path("description").asText()).isNotBlank();
            tags.add(tag.path("name").asText());
        }
        for (JsonNode operation : operations()) {
            assertThat(operation.path("tags"))
                    .isNotEmpty()
                    .allSatisfy(tag -> assertThat(tags).contains(tag.asText()));
            assertThat(operation.path("operationId").asText()).isNotBlank();
            assertThat(operation.path("summary").asText()).isNotBlank();
        }
    }

    @Test
    void everyExampleIsValidByTheSchemaBesideIt() {
        List<Shown> shown = new ArrayList<>();
        collect("", document.path("paths"), shown);

        assertThat(shown).hasSizeGreaterThan(25);
        for (Shown one : shown) {
            ObjectNode schema = one.schema().deepCopy();
            schema.set("components", document.path("components"));
            assertThat(JsonSchemas.errors(schema, one.example()))
                    .as(one.where())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cloudevents+json", "application/cloudevents-batch+json"})
    void everyExampleOfAnEventIsTaken(String mode) {
        JsonNode examples = document.at("/paths/~1v1~1events/post/requestBody/content")
                .path(mode)
                .path("examples");

        assertThat(examples).isNotEmpty();
        for (JsonNode example : examples) {
            given().contentType(mode)
                    .body(example.path("value").toString().getBytes(StandardCharsets.UTF_8))
                    .post("/v1/events")
                    .then()
                    .statusCode(202);
        }
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document.path("paths")
                .forEach(path ->
                        METHODS.stream().filter(path::has).forEach(method -> operations.add(path.path(method))));
        return operations;
    }

    private static void collect(String where, JsonNode node, List<Shown> shown) {
        if (node.has("schema") && node.has("example")) {
            shown.add(new Shown(where, node.path("schema"), node.path("example")));
        }
        if (node.has("schema") && node.has("examples")) {
            node.path("examples")
                    .properties()
                    .forEach(example -> shown.add(new Shown(
                            where + "/" + example.getKey(),
                            node.path("schema"),
                            example.getValue().path("value"))));
        }
        if (node.isObject()) {
            node.properties().forEach(member -> collect(where + "/" + member.getKey(), member.getValue(), shown));
        } else if (node.isArray()) {
            node.forEach(element -> collect(where, element, shown));
        }
    }
}
