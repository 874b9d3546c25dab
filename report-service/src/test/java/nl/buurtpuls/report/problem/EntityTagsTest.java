package nl.buurtpuls.report.problem;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class EntityTagsTest {

    @Inject
    Publisher publisher;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/areas",
                "/v1/areas/GM0917",
                "/v1/indicators",
                "/v1/areas/BU01180001/snapshot?date=2024-01-01",
                "/v1/areas/BU01180001/indicators/population/series",
                "/v1/indicators/population/ranking?level=group",
                "/v1/areas/BU01180001/retention?from=2024-01-01",
            })
    void whoHasTheAnswerAlreadyGetsNoneAgain(String path) {
        String tag = get(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("ETag", matchesPattern("\"[0-9a-f]{24}\""))
                .extract()
                .header("ETag");

        for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            given().header("If-None-Match", known)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .body(emptyOrNullString());
        }
        given().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        head(path).then().statusCode(200).header("ETag", equalTo(tag));
    }

    @Test
    void anAnswerThatChangesHasAnotherTag() {
        String path = "/v1/areas/BU01190001/snapshot?date=2024-01-01";
        String tag = get(path).header("ETag");

        publisher.cell("BU01190001", Measure.POPULATION, "2020-01-01", 500).done();

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(
                                given().header("If-None-Match", tag).get(path).statusCode())
                        .isEqualTo(200));
        assertThat(get(path).header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void anAnswerInAnotherLanguageHasAnotherTag() {
        String dutch =
                given().header("Accept-Language", "nl").get("/v1/indicators").header("ETag");
        String english =
                given().header("Accept-Language", "en").get("/v1/indicators").header("ETag");

        assertThat(dutch).isNotEqualTo(english);
    }

    @Test
    void aProblemHasNone() {
        get("/v1/areas/nowhere").then().statusCode(404).header("ETag", nullValue());
    }
}
