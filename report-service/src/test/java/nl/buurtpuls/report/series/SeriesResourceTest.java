package nl.buurtpuls.report.series;

import static nl.buurtpuls.report.testing.ExactReader.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class SeriesResourceTest {

    @Inject
    Publisher publisher;

    @Test
    void aStockOverTimeIsItsSumUpToEachDate() {
        publisher
                .cell("BU01060001", Measure.POPULATION, "2020-01-15", 5)
                .cell("BU01060001", Measure.POPULATION, "2020-03-01", -2)
                .done();

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> get("/v1/areas/BU01060001/indicators/population/series"
                                + "?from=2020-01-01&to=2020-04-30&step=month")
                        .then()
                        .statusCode(200)
                        .body("area", equalTo("BU01060001"))
                        .body("indicator", equalTo("population"))
                        .body("points.date", contains("2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01"))
                        .body("points.value", contains(0, 5, 3, 3))
                        .body("points.numerator", contains(0, 5, 3, 3))
                        .body("points.suppressed", everyItem(equalTo(false))));
    }

    @Test
    void eachPointIsThatOfTheSnapshotOfItsDate() {
        publisher
                .cell("BU01090001", Measure.POPULATION, "2019-01-15", 50)
                .cell("BU01090001", Measure.ARRIVALS, "2019-06-15", 3)
                .cell("BU01090001", Measure.DEPARTURES, "2020-02-29", 2)
                .cell("GM0109", Measure.ARRIVALS, "2019-06-15", 12)
                .cell("GM0109", Measure.POPULATION, "2019-01-15", 500)
                .done();
        await().atMost(Patience.LIMIT).untilAsserted(() -> {
            assertThat(point("BU01090001", "turnover.rate.5y", "2021-01-01")).containsEntry("numerator", 5);
            assertThat(point("GM0109", "population", "2021-01-01")).containsEntry("numerator", 500);
            assertThat(point("GM0109", "arrivals.5y", "2021-01-01")).containsEntry("numerator", 12);
        });

        for (String indicator : List.of("turnover.rate", "turnover.rate.30d", "arrivals.share-of-municipality.5y")) {
            List<Map<String, Object>> points = get(
                            "/v1/areas/BU01090001/indicators/{id}/series?from=2019-06-01&to=2021-02-28&step=month",
                            indicator)
                    .then()
                    .statusCode(200)
                    .body("points", hasSize(21))
                    .extract()
                    .path("points");
            for (Map<String, Object> point : points) {
                String date = (String) point.get("date");
                assertThat(point)
                        .as("%s on %s", indicator, date)
                        .containsAllEntriesOf(point("BU01090001", indicator, date));
            }
        }
    }

    private static Map<String, Object> point(String area, String indicator, String date) {
        return get("/v1/areas/{area}/snapshot?date={date}", area, date).path("indicators.'" + indicator + "'");
    }

    @Test
    void aSeriesEndsTodayAndBeginsAYearBeforeUnlessToldOtherwise() {
        get("/v1/areas/BU01060001/indicators/births/series")
                .then()
                .body("points", hasSize(12))
                .body("points[0].date", equalTo("2023-07-01"))
                .body("points[11].date", equalTo("2024-06-01"));
    }
}
