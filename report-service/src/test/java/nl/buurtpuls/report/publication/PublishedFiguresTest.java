package nl.buurtpuls.report.publication;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.ExactReader;
import nl.buurtpuls.report.testing.Keys;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody gets to see of what readers of exact figures see as it is. */
@ServiceTest
class PublishedFiguresTest {

    private static final String BUURT = "BU01410001";

    @Inject
    Publisher publisher;

    @Inject
    Pool pool;

    private void publishTown() {
        for (String area : List.of(BUURT, "WK014100", "GM0141")) {
            publisher
                    .cell(area, Measure.POPULATION, "2020-01-01", 1003)
                    .cell(area, Measure.MINORS, "2020-01-01", 201)
                    .cell(area, Measure.ADULTS, "2020-01-01", 802)
                    .cell(area, Measure.RECIPIENTS, "social-assistance", "2020-01-01", 48)
                    .cell(area, Measure.ADULT_RECIPIENTS, "social-assistance", "2020-01-01", 48)
                    .cell(area, Measure.RECIPIENTS, "disability", "2020-01-01", 3)
                    .cell(area, Measure.ADULT_RECIPIENTS, "disability", "2020-01-01", 3)
                    .cell(area, Measure.ARRIVALS, "2021-03-01", 23)
                    .cell(area, Measure.ARRIVALS_BY_ORIGIN, "GM0363", "2021-03-01", 21)
                    .cell(area, Measure.ARRIVALS_BY_ORIGIN, "DE", "2021-03-01", 2);
        }
        publisher.done();
        awaitExactly(BUURT, 1003);
        awaitExactly("GM0141", 1003);
    }

    private static void awaitExactly(String area, int residents) {
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> ExactReader.get("/v1/areas/" + area + "/snapshot")
                        .then()
                        .statusCode(200)
                        .body("indicators.population.value", equalTo(residents)));
    }

    @Test
    void aSnapshotIsRoundedAndOfTheFirstOfTheMonth() {
        publishTown();

        Response answer = get("/v1/areas/" + BUURT + "/snapshot?date=2021-05-17");

        answer.then()
                .statusCode(200)
                .body("date", equalTo("2021-05-01"))
                .body("updatedAt", nullValue())
                .body("indicators.'disability.recipients'.value", nullValue())
                .body("indicators.'disability.recipients'.suppressed", equalTo(true))
                .body("indicators.'disability.recipients.share'.numerator", nullValue());
        int residents = answer.path("indicators.population.value");
        assertThat(residents % 5).isZero();
        assertThat(residents).isBetween(999, 1007);
        int recipients = answer.path("indicators.'social-assistance.recipients.share'.numerator");
        int adults = answer.path("indicators.'social-assistance.recipients.share'.denominator");
        float share = answer.path("indicators.'social-assistance.recipients.share'.value");
        assertThat(recipients % 5).isZero();
        assertThat(adults % 5).isZero();
        assertThat((double) share).isEqualTo((double) (float) ((double) recipients / adults));
    }

    /** It is 15 June 2024. A day to come has all that is known now: who asked for it would see each step as it is made. */
    @ParameterizedTest
    @ValueSource(strings = {"2024-06-30", "2024-07-01", "2099-01-01"})
    void ofADayToComeNothingIsPublishedThatIsNotOfThisMonth(String date) {
        publishTown();
        publisher
                .cell(BUURT, Measure.POPULATION, "2024-06-10", 500)
                .cell(BUURT, Measure.POPULATION, "2024-08-10", 500)
                .cell("GM0141", Measure.POPULATION, "2024-06-10", 500)
                .done();
        awaitExactly(BUURT, 1503);
        awaitExactly("GM0141", 1503);

        try {
            get("/v1/areas/" + BUURT + "/snapshot?date=" + date)
                    .then()
                    .statusCode(200)
                    .body("date", equalTo("2024-06-01"))
                    .body(
                            "indicators.population.value",
                            is(both(greaterThan(998)).and(lessThan(1008))));
            get("/v1/areas/" + BUURT + "/retention?from=2021-01-01&to=" + date)
                    .then()
                    .body("to", equalTo("2024-06-01"));
            get("/v1/areas/" + BUURT + "/indicators/population/series?from=2024-05-20&step=month&to=" + date)
                    .then()
                    .body("points.date", everyItem(lessThan("2024-06-02")));
        } finally {
            publisher
                    .cell(BUURT, Measure.POPULATION, "2024-06-10", 0)
                    .cell(BUURT, Measure.POPULATION, "2024-08-10", 0)
                    .cell("GM0141", Measure.POPULATION, "2024-06-10", 0)
                    .done();
            awaitExactly(BUURT, 1003);
            awaitExactly("GM0141", 1003);
        }
    }

    @Test
    void aSeriesByDayMovesOnceAMonth() {
        publishTown();

        get("/v1/areas/" + BUURT + "/indicators/population/series?from=2021-01-20&to=2021-03-05&step=day")
                .then()
                .statusCode(200)
                .body("points.date", contains("2021-01-01", "2021-02-01", "2021-03-01"));
    }

    @Test
    void rankingMapAndCsvSayTheSameAsTheSnapshot() {
        publishTown();
        int residents = get("/v1/areas/GM0141/snapshot?date=2021-05-17").path("indicators.population.value");

        Map<String, Object> ranked = get("/v1/indicators/population/ranking?level=municipality&date=2021-05-17")
                .path("areas.find { it.code == 'GM0141' }");
        assertThat(ranked).containsEntry("value", residents);
        Integer drawn = get("/v1/map?level=municipality&indicator=population&date=2021-05-17")
                .path("features.find { it.id == 'GM0141' }.properties.value");
        assertThat(drawn).isEqualTo(residents);
        assertThat(given().accept("text/csv")
                        .get("/v1/areas/GM0141/snapshot?date=2021-05-17")
                        .asString())
                .contains(",2021-05-01,population,persons," + residents + ",");
    }

    @Test
    void originsNameNoneThatHardlyAnybodyCameFrom() {
        publishTown();

        get("/v1/areas/GM0141/origins?from=2021-01-15&to=2021-12-15")
                .then()
                .statusCode(200)
                .body("from", equalTo("2021-01-01"))
                .body("to", equalTo("2021-12-01"))
                .body("municipalities", hasSize(1))
                .body("countries", hasSize(0))
                .body("classes.abroad", nullValue())
                .body("suppressed", equalTo(true));
    }

    @Test
    void theEntityTagTellsNothingThatTheAnswerDoesNot() {
        Map<String, String> tags = new HashMap<>();
        Map<String, String> bodies = new HashMap<>();
        for (int residents = 2001; residents <= 2006; residents++) {
            publisher
                    .cell("BU01420001", Measure.POPULATION, "2020-01-01", residents)
                    .done();
            awaitExactly("BU01420001", residents);
            Response answer = get("/v1/areas/BU01420001/indicators/population/series?from=2021-01-01&to=2021-02-01");
            String body = answer.asString();
            assertThat(tags.computeIfAbsent(body, any -> answer.header("ETag"))).isEqualTo(answer.header("ETag"));
            assertThat(bodies.computeIfAbsent(answer.header("ETag"), any -> body))
                    .isEqualTo(body);
        }
        // Five steps cross one multiple of five, or two where they begin and end on one.
        assertThat(tags).hasSizeBetween(2, 3);
    }

    @Test
    void theStartReportIsReadWithoutWhatIsWithheld() {
        publishTown();

        get("/v1/reports/startrapport?area=WK014100&date=2021-05-17")
                .then()
                .statusCode(200)
                .body("date", equalTo("2021-05-01"));
        given().accept("text/html")
                .get("/v1/reports/startrapport?area=WK014100&date=2021-05-17")
                .then()
                .statusCode(200)
                .body(containsString("onderdrukt"));
    }

    @Test
    void eachReadOfExactFiguresIsKeptForTheAuditor() {
        String call = "/v1/areas/BU01430001/indicators/births/series?from=2021-01-01&to=2021-02-01";
        ExactReader.given()
                .header("Buurtpuls-Purpose", "toets 42")
                .get(call)
                .then()
                .statusCode(200);

        given().header("Authorization", Keys.bearer(Roles.AUDITOR))
                .get("/v1/audit?pageSize=1000")
                .then()
                .statusCode(200)
                .body("find { it.call == 'GET " + call + "' }.purpose", startsWith("t"))
                .body("find { it.call == 'GET " + call + "' }.reader", equalTo("local"));
        given().header("Authorization", Keys.bearer(Roles.AUDITOR))
                .accept("text/csv")
                .get("/v1/audit?reader=nobody")
                .then()
                .statusCode(200)
                .body(equalTo("id,readAt,reader,purpose,call\r\n"));
    }

    @ParameterizedTest
    @CsvSource({"update exact_read set reader = 'someone else'", "delete from exact_read", "truncate exact_read"})
    void whatWasKeptIsNotChanged(String statement) {
        ExactReader.get("/v1/areas/BU01430001/snapshot?date=2021-01-01").then().statusCode(200);

        assertThatThrownBy(() -> pool.query(statement).execute().await().atMost(Patience.LIMIT))
                .hasMessageContaining("reads of exact figures are kept as they are");
    }

    @Test
    void theRulesAreToldInDutchAndEnglish() {
        get("/v1/disclosure")
                .then()
                .statusCode(200)
                .body("base", equalTo(5))
                .body("smallestDenominator", equalTo(100))
                .body("largestSmallCount", equalTo(4))
                .body("period", equalTo("P1M"))
                .body("rules[0].text", startsWith("Aantallen zijn veelvouden van 5."));
        given().header("Accept-Language", "en")
                .get("/v1/disclosure")
                .then()
                .header("Content-Language", "en")
                .body("rules[0].text", startsWith("Counts are multiples of 5."));
    }
}
