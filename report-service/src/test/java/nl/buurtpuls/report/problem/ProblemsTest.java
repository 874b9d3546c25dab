package nl.buurtpuls.report.problem;

import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class ProblemsTest {

    private static final String SERIES = "/v1/areas/GM0917/indicators/population/series";

    @ParameterizedTest
    @CsvSource({
        "/v1/areas/GM0917/snapshot?date=yesterday, /date, not-a-date",
        "/v1/areas/GM0917/snapshot?date=2023-02-29, /date, not-a-date",
        "/v1/areas/GM0917/snapshot?date=2024-1-1, /date, not-a-date",
        "/v1/areas/GM0917/snapshot?date=20240101, /date, not-a-date",
        "/v1/areas/GM0917/snapshot?date=2024-01-01T00:00:00Z, /date, not-a-date",
        "/v1/areas/GM0917/snapshot?date=+12024-01-01, /date, not-a-date",
        SERIES + "?from=2024-01-02&to=2024-01-01, /from, from-after-to",
        SERIES + "?from=2024-13-01, /from, not-a-date",
        SERIES + "?to=never, /to, not-a-date",
        SERIES + "?step=week, /step, not-one-of",
        SERIES + "?from=0001-01-01&to=9999-12-31&step=day, /step, too-many-points",
        "/v1/areas/GM0917/retention?to=2024-01-01, /from, required",
        "/v1/areas/GM0917/retention?from=2024-01-02&to=2024-01-01, /from, from-after-to",
        "/v1/areas/GM0917/retention?from=1&to=2024-01-01, /from, not-a-date",
        "/v1/indicators/population/ranking, /level, required",
        "/v1/indicators/population/ranking?level=street, /level, not-one-of",
        "/v1/indicators/population/ranking?level=wijk&date=now, /date, not-a-date",
        "/v1/indicators/population/ranking?level=wijk&page=0, /page, out-of-range",
        "/v1/indicators/arrivals.7y/ranking?level=wijk, /id, unknown-window",
        "/v1/areas?level=Buurt, /level, not-one-of",
        "/v1/areas?page=first, /page, out-of-range",
        "/v1/areas?pageSize=20001, /pageSize, out-of-range",
        "/v1/context-figures?indicator=%00, /indicator, control-character",
        "/v1/alerts?area=GM0917%00, /area, control-character",
    })
    void aWrongParameterIsNamedWithTheRuleThatItBreaks(String path, String pointer, String code) {
        given().urlEncodingEnabled(false)
                .get(path.replace("+", "%2B"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:buurtpuls:problem:invalid-parameter"))
                .body("status", equalTo(400))
                .body("title", notNullValue())
                .body("instance", equalTo(path.replaceAll("\\?.*", "")))
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code))
                .body("errors[0].detail", notNullValue());
    }

    @Test
    void anEmptyParameterIsAsIfNotGiven() {
        get("/v1/areas/GM0917/snapshot?date=").then().statusCode(200).body("date", equalTo("2024-06-01"));
        get(SERIES + "?step=").then().statusCode(200).body("points", hasSize(12));
    }

    @Test
    void anUnknownWindowIsToldWhichThereAre() {
        get("/v1/areas/GM0917/indicators/turnover.rate.2y/series")
                .then()
                .statusCode(400)
                .body("detail", containsString("30d, 1y, 5y, 10y"));
        get("/v1/areas/GM0917/indicators/population.1y/series")
                .then()
                .statusCode(400)
                .body("detail", containsString("It is a stock"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/areas/BU0917100, BU09171000",
        "/v1/areas/gm0917/snapshot, GM0917",
        "/v1/areas?within=GM091, GM0917",
        "/v1/areas/nowhere/retention?from=2024-01-01, Nearest",
        "/v1/areas/GM0917/indicators/populaton/series, population",
        "/v1/indicators/social-assistence.recipients/ranking?level=wijk, social-assistance.recipients",
    })
    void anUnknownNameIsToldTheNearest(String path, String nearest) {
        get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:buurtpuls:problem:unknown"))
                .body("detail", containsString(nearest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/areas/NL/origins", "/v1/areas/PV31/retention?from=2024-01-01"})
    void whatDoesNotAddUpIsNotToldAboveTheMunicipality(String path) {
        get(path).then().statusCode(400).body("errors[0].code", equalTo("above-the-municipality"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/areas/", "/v1/areas/GM0917/snapshot/", "/v1", "/nowhere", "/v1/areas/GM0917/nothing"})
    void aPathThatNamesNothingIsAProblemToo(String path) {
        get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404))
                .body("instance", equalTo(path));
    }

    @Test
    void anotherMethodIsToldWhichThereAre() {
        delete("/v1/areas/GM0917")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", containsString("GET"))
                .body("status", equalTo(405));
    }

    @Test
    void aFormThatIsNotServedIs406() {
        given().accept("application/xml")
                .get("/v1/areas")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("status", equalTo(406));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/areas/%00",
                "/v1/alerts/%00",
                "/v1/alerts/a%00.1",
                "/v1/alert-rules/%00",
                "/v1/alert-rules/%00/versions",
                "/v1/areas/%27%3B--/snapshot",
                "/v1/areas/%F0%9F%8F%A0",
                "/v1/areas/a%2Fb"
            })
    void aStrangeNameIsJustUnknown(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .body("detail", not(containsString("Exception")));
    }
}
