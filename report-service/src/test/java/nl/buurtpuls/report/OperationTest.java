package nl.buurtpuls.report;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;

import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class OperationTest {

    @Test
    void theApiDescribesItselfToEveryOrigin() {
        given().header("Origin", "https://example.nl")
                .get("/v1/openapi.json")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .body("info.title", equalTo("Buurtpuls: report"))
                .body("paths", hasKey("/v1/areas/{code}/snapshot"))
                .body("paths", hasKey("/v1/areas/{code}/indicators/{id}/series"))
                .body("paths", hasKey("/v1/indicators/{id}/ranking"))
                .body("paths", hasKey("/v1/areas/{code}/retention"))
                .body("paths", hasKey("/v1/context-figures"))
                .body("paths", hasKey("/v1/map"))
                .body("paths", hasKey("/v1/reports/startrapport"));
    }

    @Test
    void theDescriptionTellsTheFormsOfEachAnswer() {
        String answer = ".get.responses.'200'.content.";
        get("/v1/openapi.json")
                .then()
                .body("paths.'/v1/areas'" + answer + "'text/csv'.schema.type", equalTo("string"))
                .body("paths.'/v1/indicators'" + answer + "keySet()", hasItems("application/json", "text/csv"))
                .body("paths.'/v1/map'" + answer + "keySet()", hasItems("application/geo+json", "application/json"))
                .body(
                        "paths.'/v1/reports/startrapport'" + answer + "keySet()",
                        hasItems("application/json", "text/html", "application/pdf"))
                .body("components.schemas.AreaList.type", equalTo("array"))
                .body("components.schemas.SnapshotView.properties", hasKey("indicators"))
                .body("components.schemas.AreaMap.properties", hasKey("type"));
    }

    @Test
    void freshnessIsAHistogramFromTenMillisecondsToAMinute() {
        get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("buurtpuls_freshness_seconds_bucket{le=\"0.01\"}"))
                .body(containsString("buurtpuls_freshness_seconds_bucket{le=\"60.0\"}"))
                .body(containsString("buurtpuls_ledger_cells_applied_total"));
    }

    @Test
    void theFirstPageLeadsToTheApi() {
        get("/").then().statusCode(200).contentType("text/html").body(containsString("v1/openapi.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/areas", "/v1/areas/nowhere", "/nowhere", "/v1/openapi.json", "/q/health/live"})
    void everyAnswerHasItsVersionAndSecurityHeaders(String path) {
        get(path)
                .then()
                .header("API-Version", "1.0.0")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Strict-Transport-Security", containsString("max-age"));
    }
}
