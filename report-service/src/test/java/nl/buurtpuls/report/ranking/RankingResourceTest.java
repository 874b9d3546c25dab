package nl.buurtpuls.report.ranking;

import static nl.buurtpuls.report.testing.ExactReader.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Noon;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class RankingResourceTest {

    private static final String BY_SHARE = "/v1/indicators/social-assistance.recipients.share/ranking";

    @Inject
    Publisher publisher;

    @BeforeEach
    void publish() {
        publisher
                .cell("WK091710", Measure.ADULTS, "2020-01-01", 100)
                .cell("WK091711", Measure.ADULTS, "2020-01-01", 100)
                .cell("WK091720", Measure.ADULTS, "2020-01-01", 100)
                .cell("WK091740", Measure.ADULTS, "2020-01-01", 100)
                .cell("WK091710", Measure.ADULT_RECIPIENTS, "social-assistance", "2020-01-01", 10)
                .cell("WK091711", Measure.ADULT_RECIPIENTS, "social-assistance", "2020-01-01", 25)
                .cell("WK091720", Measure.ADULT_RECIPIENTS, "social-assistance", "2020-01-01", 10)
                .cell("WK091720", Measure.ADULT_RECIPIENTS, "social-assistance", "2021-01-01", 20)
                .cell("WK091740", Measure.ADULT_RECIPIENTS, "social-assistance", "2020-01-01", 99)
                .done();
    }

    @Test
    void areasWithinAnotherStandInOrderOfValue() {
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> get(BY_SHARE + "?level=wijk&within=HN&date=2020-06-01")
                        .then()
                        .statusCode(200)
                        .body("indicator", equalTo("social-assistance.recipients.share"))
                        .body("date", equalTo("2020-06-01"))
                        .body("areas", hasSize(14))
                        .body("areas[0..2].code", contains("WK091711", "WK091710", "WK091720"))
                        .body("areas[0..2].rank", contains(1, 2, 2))
                        .body("areas[0].value", equalTo(0.25f))
                        .body("areas[0].numerator", equalTo(25))
                        .body("areas[0].denominator", equalTo(100))
                        .body("areas[0].suppressed", equalTo(false))
                        .body("areas[1].name", equalTo("Wijk 10 Maria Gewanden en Terschuren"))
                        .body("areas[3..13].rank", everyItem(nullValue()))
                        .body("areas[3].code", equalTo("WK091712")));
    }

    @Test
    void theOrderIsThatOfTheDate() {
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> get(BY_SHARE + "?level=wijk&within=HN&date=2021-06-01")
                        .then()
                        .body("areas[0..2].code", contains("WK091720", "WK091711", "WK091710"))
                        .body("areas[0..2].rank", contains(1, 2, 3)));
    }

    @Test
    void aRankIsThatAmongAllAlsoOnALaterPage() {
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> get(BY_SHARE + "?level=wijk&within=HN&date=2020-06-01&page=2&pageSize=2")
                        .then()
                        .body("areas", hasSize(2))
                        .body("areas[0].code", equalTo("WK091720"))
                        .body("areas[0].rank", equalTo(2)));
    }

    @Test
    void provincesAreRankedLikeAnyAreas() {
        publisher.cell("PV22", Measure.BIRTHS, "1999-05-05", 7).done();

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> get("/v1/indicators/births.30d/ranking?level=province&date=1999-05-06")
                        .then()
                        .statusCode(200)
                        .body("areas", hasSize(12))
                        .body("areas[0].name", equalTo("Drenthe"))
                        .body("areas[0].value", equalTo(7)));
    }

    @Test
    void todaysIsMadeOfTheCurrentSnapshots() {
        for (int reading = 1; reading <= 3; reading++) {
            publisher
                    .snapshot("PV20", snapshot("PV20", 10 + reading, "0.5"))
                    .snapshot("PV21", snapshot("PV21", 40, "1.0"))
                    .snapshot("PV22", snapshot("PV22", 10 + reading, "null"))
                    .done();
            int value = 10 + reading;
            await().atMost(Patience.LIMIT)
                    .untilAsserted(() -> get("/v1/indicators/population/ranking?level=province")
                            .then()
                            .statusCode(200)
                            .body("areas", hasSize(12))
                            .body("areas[0..3].code", contains("PV21", "PV20", "PV22", "PV23"))
                            .body("areas[0..3].rank", contains(1, 2, 2, 4))
                            .body("areas[0..3].value", contains(40, value, value, 0))
                            .body("areas[0..3].numerator", contains(40, value, value, 0)));
        }
        get("/v1/indicators/social-assistance.recipients.share/ranking?level=province")
                .then()
                .body("areas[0..2].code", contains("PV21", "PV20", "PV22"))
                .body("areas[0..2].value", contains(1.0f, 0.5f, null));
    }

    @Test
    void anAreaWithoutASnapshotStandsAsItDoesInTheLedger() {
        publisher
                .cell("WK091732", Measure.ARRIVALS, "2024-06-01", 3)
                .cell("GM0917", Measure.ARRIVALS, "2024-06-01", 12)
                .snapshot("WK091734", snapshot("WK091734", 5, "0.5"))
                .snapshot("WK091733", snapshot("WK091733", 5, "0.5").replace("2024-06-15", "2024-06-14"))
                .done();

        String byPart = "/v1/indicators/arrivals.share-of-municipality.30d/ranking?level=wijk&within=GM0917";
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> get(byPart)
                        .then()
                        .statusCode(200)
                        .body("areas[0].code", equalTo("WK091732"))
                        .body("areas[0].value", equalTo(0.25f))
                        // None of the twelve is nought, not unknown.
                        .body("areas.find { it.code == 'WK091731' }.value", equalTo(0.0f))
                        .body("areas.find { it.code == 'WK091731' }.denominator", equalTo(12)));
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> get("/v1/indicators/population/ranking?level=wijk&within=GM0917")
                        .then()
                        .body("areas[0].code", equalTo("WK091734"))
                        .body("areas[0].value", equalTo(5)));
    }

    private static String snapshot(String area, int population, String share) {
        return """
                {"area": "%1$s", "name": "%2$s", "date": "%3$s", "indicators": {
                  "population": {"value": %4$s, "numerator": %4$s, "suppressed": false},
                  "social-assistance.recipients.share": {"value": %5$s, "numerator": 1, "denominator": 2}}}""".formatted(area, area, Noon.TODAY, population, share);
    }

    @Test
    void whatDoesNotAddUpIsNotRankedAboveTheMunicipality() {
        get("/v1/indicators/retention.5y/ranking?level=province")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("not-at-this-level"));
    }
}
