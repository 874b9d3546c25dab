package nl.buurtpuls.ingest.schema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.ingest.testing.Examples;
import nl.buurtpuls.ingest.testing.Published;
import nl.buurtpuls.ingest.testing.RealKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(RealKafka.class)
class SchemasResourceTest {

    @Test
    void everyTypeIsListedWithASchemaThatIsThere() {
        List<String> hrefs = given().get("/v1/schemas")
                .then()
                .statusCode(200)
                .header("API-Version", "1.0.0")
                .header("Access-Control-Allow-Origin", "*")
                .body("schemas", hasSize(EventType.values().length))
                .extract()
                .path("schemas.href");

        for (String href : hrefs) {
            given().get(href)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("application/schema+json"))
                    .body("'$schema'", equalTo("https://json-schema.org/draft/2020-12/schema"));
        }
        given().accept("application/json").get(hrefs.get(0)).then().contentType(startsWith("application/json"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPublishedNamesItsSchema(EventType type) {
        given().contentType("application/cloudevents+json")
                .body(Examples.of(type).toString().getBytes(StandardCharsets.UTF_8))
                .post("/v1/events")
                .then()
                .statusCode(202);

        var records = Published.all();
        String named = new String(
                records.get(records.size() - 1)
                        .headers()
                        .lastHeader("ce_dataschema")
                        .value(),
                StandardCharsets.UTF_8);

        given().get("/v1/schemas/" + type.typeName()).then().body("'$id'", equalTo(named));
    }

    @Test
    void schemaOfAnUnknownTypeIsAProblem() {
        given().get("/v1/schemas/nl.brp.geboren")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void topicsAreDescribed() {
        assertThat(given().get("/v1/asyncapi.json")
                        .then()
                        .statusCode(200)
                        .body("asyncapi", equalTo("3.0.0"))
                        .extract()
                        .asString())
                .contains("buurtpuls.mutations");
    }
}
