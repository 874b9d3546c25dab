package nl.buurtpuls.report.table;

import static nl.buurtpuls.report.testing.ExactReader.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class CsvAnswersTest {

    private static final String SERIES =
            "/v1/areas/BU12000001/indicators/population/series?from=2024-01-01&to=2024-03-01&step=month";

    @Inject
    Publisher publisher;

    @BeforeEach
    void publish() {
        publisher
                .cell("BU12000001", Measure.POPULATION, "2024-01-15", 5)
                .cell("BU12000001", Measure.POPULATION, "2024-02-15", -1)
                .done();
        await().atMost(Patience.LIMIT).until(() -> csv(SERIES).asString().contains(",4,"));
    }

    @Test
    void aSeriesHasADateARow() {
        assertThat(csv(SERIES).asString())
                .isEqualTo("area,indicator,date,value [persons],numerator,denominator,suppressed\r\n"
                        + "BU12000001,population,2024-01-01,0,0,,false\r\n"
                        + "BU12000001,population,2024-02-01,5,5,,false\r\n"
                        + "BU12000001,population,2024-03-01,4,4,,false\r\n");
    }

    @Test
    void aSnapshotHasAnIndicatorARowWithItsUnit() {
        assertThat(csv("/v1/areas/BU12000001/snapshot?date=2024-03-01")
                        .asString()
                        .lines())
                .startsWith(
                        "area,name,date,indicator,unit,value,numerator,denominator,suppressed",
                        "BU12000001,BU12000001,2024-03-01,population,persons,4,4,,false")
                .contains(
                        "BU12000001,BU12000001,2024-03-01,turnover.rate.30d,moves per resident,0.0,0,4.466666666666667,false")
                .contains("BU12000001,BU12000001,2024-03-01,dwellings.woz-value.mean,EUR,,0,0,false");
    }

    @Test
    void aRankingHasAnAreaARow() {
        assertThat(csv("/v1/indicators/turnover.rate.5y/ranking?level=group&date=2010-01-01")
                        .asString())
                .isEqualTo(
                        "rank,code,name,indicator,date,value [moves per resident],numerator,denominator,suppressed\r\n"
                                + ",HN,Heerlen-Noord,turnover.rate.5y,2010-01-01,,0,0,false\r\n");
    }

    @Test
    void retentionIsOneRow() {
        assertThat(csv("/v1/areas/BU12000001/retention?from=2024-02-01&to=2024-03-01")
                        .asString())
                .isEqualTo("area,from,to,residents [persons],stayed [persons],moved [persons],died [persons],"
                        + "share [share],suppressed\r\n"
                        + "BU12000001,2024-02-01,2024-03-01,5,0,5,0,0.0,false\r\n");
    }

    @Test
    void areasHaveTheirParentsInOneColumn() {
        assertThat(csv("/v1/areas?level=buurt&within=WK091710").asString())
                .startsWith("code,name,level,parents\r\nBU09171000,Maria Gewanden,buurt,WK091710 HN GM0917 ");
    }

    @Test
    void theCatalogueIsInTheLanguageOfTheReaderUnderAnEnglishHeader() {
        String dutch = given().header("Accept", "text/csv")
                .header("Accept-Language", "nl")
                .get("/v1/indicators")
                .then()
                .header("Content-Language", "nl")
                .extract()
                .asString();

        assertThat(dutch)
                .startsWith("id,label,definition,kind,unit,formula,windows,source\r\n"
                        + "population,Inwoners,Personen die in het gebied wonen.,stock,persons,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv | text/csv",
                "text/* | text/csv",
                "text/html, text/csv;q=0.5 | text/csv",
                "application/json;q=0.5, text/csv | text/csv",
                "text/csv;q=0.9, application/json;q=0.8 | text/csv",
                "text/csv;q=0.8, application/json;q=0.9 | application/json",
                "text/csv;q=0.1, */*;q=0.2 | application/json",
                "text/csv;q=0, */* | application/json",
                "application/json;q=0, */* | text/csv",
                "application/json, text/csv | application/json",
                "*/* | application/json",
                "text/csv;charset=utf-8 | text/csv",
            })
    void theFormIsTheOneThatTheCallerWouldRatherHave(String accepted, String sent) {
        given().header("Accept", accepted)
                .get(SERIES)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(sent))
                .header("Vary", equalTo("Accept, Accept-Language, Authorization, Accept-Encoding"));
    }

    @Test
    void csvSaysThatItIsUtf8AndHasAHeader() {
        csv(SERIES).then().header("Content-Type", equalTo("text/csv;charset=UTF-8;header=present"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/csv;q=0",
                "application/json;q=0",
                "application/xml, text/plain",
                "text/csv;q=much"
            })
    void aFormThatThereIsNotIsAProblem(String accepted) {
        given().header("Accept", accepted)
                .get(SERIES)
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("status", equalTo(406));
    }

    @Test
    void acceptMayComeInMoreLinesThanOne() {
        given().header("Accept", "application/json;q=0.1", "text/csv;q=0.2")
                .get(SERIES)
                .then()
                .header("Content-Type", startsWith("text/csv"));
    }

    @Test
    void whatIsNoListIsNoTable() {
        csv("/v1/areas/GM0917").then().statusCode(406).contentType("application/problem+json");
    }

    @Test
    void whatIsWrongWithACallForCsvIsToldAsAProblem() {
        csv("/v1/areas?level=street")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/level"));
    }

    @Test
    void eachFormHasItsOwnTag() {
        String ofCsv = csv(SERIES).header("ETag");
        String ofJson = given().header("Accept", "application/json").get(SERIES).header("ETag");

        assertThat(ofCsv).isNotEqualTo(ofJson);
        given().header("Accept", "text/csv")
                .header("If-None-Match", ofCsv)
                .get(SERIES)
                .then()
                .statusCode(304)
                .header("Vary", equalTo("Accept, Accept-Language, Authorization, Accept-Encoding"));
        given().header("Accept", "text/csv")
                .header("If-None-Match", ofJson)
                .get(SERIES)
                .then()
                .statusCode(200);
    }

    private static Response csv(String path) {
        return given().header("Accept", "text/csv").get(path);
    }
}
