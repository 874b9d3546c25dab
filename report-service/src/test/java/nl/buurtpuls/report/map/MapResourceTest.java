package nl.buurtpuls.report.map;

import static nl.buurtpuls.report.testing.ExactReader.get;
import static nl.buurtpuls.report.testing.ExactReader.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class MapResourceTest {

    private static final String SHARES = "/v1/map?level=buurt&within=GM0917&indicator=disability.recipients.share";
    private static final String OF_PASSART = "features.find { it.id == 'BU09172100' }";

    @Inject
    Publisher publisher;

    @Test
    void everyAreaHasItsFigureOfTheDateAndItsTile() {
        publisher
                .cell("BU09172100", Measure.ADULTS, "2020-01-01", 200)
                .cell("BU09172100", Measure.ADULT_RECIPIENTS, "disability", "2020-01-01", 50)
                .cell("BU09172100", Measure.ADULT_RECIPIENTS, "disability", "2021-01-01", 50)
                .done();

        await().atMost(Patience.LIMIT)
                .until(() -> get(SHARES + "&date=2021-06-01").path(OF_PASSART + ".properties.value") != null);
        get(SHARES + "&date=2020-06-01")
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"))
                .body("indicator", equalTo("disability.recipients.share"))
                .body("unit", equalTo("share"))
                .body("level", equalTo("buurt"))
                .body("date", equalTo("2020-06-01"))
                .body("geometrySource", equalTo("tile-grid"))
                .body("attribution", containsString("CBS"))
                .body("features", hasSize(57))
                .body("features.type", everyItem(equalTo("Feature")))
                .body("features.geometry.type", everyItem(equalTo("Polygon")))
                .body(OF_PASSART + ".properties.code", equalTo("BU09172100"))
                .body(OF_PASSART + ".properties.name", notNullValue())
                .body(OF_PASSART + ".properties.value", equalTo(0.25f))
                .body(OF_PASSART + ".properties.numerator", equalTo(50))
                .body(OF_PASSART + ".properties.denominator", equalTo(200))
                .body(OF_PASSART + ".properties.suppressed", equalTo(false));
        get(SHARES + "&date=2021-06-01").then().body(OF_PASSART + ".properties.value", equalTo(0.5f));
        get(SHARES + "&date=2019-06-01").then().body(OF_PASSART + ".properties.value", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "level=buurt&within=WK091710, 2",
        "level=buurt, 57",
        "level=municipality, 345",
        "level=municipality&within=PV31, 31",
        "level=buurt&within=GM0363, 0",
    })
    void theAreasOfALevelWithinAnotherAreDrawn(String areas, int expected) {
        get("/v1/map?indicator=population&" + areas)
                .then()
                .statusCode(200)
                .body("date", equalTo("2024-06-15"))
                .body("features", hasSize(expected))
                .body("features.findAll { it.geometry == null }", empty());
    }

    @Test
    void boundariesOfTheOperatorsAreDrawnAndNoTilesAmongThem() {
        get("/v1/map?level=wijk&within=HN&indicator=population")
                .then()
                .statusCode(200)
                .body("geometrySource", equalTo("file"))
                .body("attribution", equalTo("Boundaries supplied by the operator"))
                .body("features", hasSize(14))
                .body("features.findAll { it.geometry != null }.id", contains("WK091710", "WK091711"))
                .body("features[0].geometry.type", equalTo("Polygon"))
                .body("features[1].geometry.type", equalTo("MultiPolygon"))
                .body("features[2].containsKey('geometry')", equalTo(true));
    }

    @Test
    void theLabelIsInTheLanguageOfTheReader() {
        String path = "/v1/map?level=wijk&indicator=population";
        given().header("Accept-Language", "en")
                .get(path)
                .then()
                .header("Content-Language", "en")
                .body("label", equalTo("Residents"));
        get(path).then().header("Content-Language", "nl").body("label", equalTo("Inwoners"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/geo+json", "application/json"})
    void bothNamesOfTheFormAreServed(String form) {
        given().accept(form)
                .get("/v1/map?level=wijk&indicator=population")
                .then()
                .statusCode(200)
                .contentType(form)
                .body("type", equalTo("FeatureCollection"));
    }

    @Test
    void whoHasTheMapAlreadyGetsNoneAgain() {
        String path = "/v1/map?level=wijk&indicator=births&date=2001-01-01";
        String tag = get(path).then().extract().header("ETag");

        given().header("If-None-Match", tag).get(path).then().statusCode(304);
        assertThat(given().accept("application/json").get(path).header("ETag")).isNotEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "indicator=population, /level, required",
        "level=wijk, /indicator, required",
        "level=street&indicator=population, /level, not-one-of",
        "level=province&indicator=population, /level, not-one-of",
        "level=wijk&indicator=arrivals.7y, /indicator, unknown-window",
        "level=wijk&indicator=population&date=2023-02-29, /date, not-a-date",
    })
    void aWrongParameterIsNamedWithTheRuleThatItBreaks(String query, String pointer, String code) {
        get("/v1/map?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("instance", equalTo("/v1/map"))
                .body("errors.pointer", hasItem(pointer))
                .body("errors.code", hasItem(code));
    }

    @ParameterizedTest
    @CsvSource({
        "level=wijk&indicator=populaton, population",
        "level=wijk&within=GM091&indicator=population, GM0917",
    })
    void anUnknownNameIsToldTheNearest(String query, String nearest) {
        get("/v1/map?" + query)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString(nearest))
                .body("detail", not(containsString("Exception")));
    }
}
