package nl.buurtpuls.report.problem;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class FileTagsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/dashboard/parts/app.js",
                "/fonts/source-sans-3-latin-400-normal.woff2",
                "/v1/openapi.json"
            })
    void whoHasTheFileAlreadyGetsNoneAgain(String path) {
        String tag = get(path)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"[0-9a-f]{24}\""))
                .extract()
                .header("ETag");

        given().header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .header("API-Version", equalTo("1.0.0"))
                .header("Vary", containsString("Accept-Encoding"))
                .body(emptyOrNullString());
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @Test
    void theDescriptionIsOfOneForm() {
        given().header("Accept", "application/yaml")
                .get("/v1/openapi.json?format=yaml")
                .then()
                .contentType("application/json");
    }

    @Test
    void whatIsNotThereHasNoTag() {
        get("/dashboard/none.js").then().statusCode(404).header("ETag", nullValue());
        given().header("If-None-Match", "*").get("/dashboard/none.js").then().statusCode(404);
    }
}
