package nl.buurtpuls.report.retention;

import static nl.buurtpuls.report.testing.ExactReader.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class RetentionResourceTest {

    private static final String ARRIVAL = "2014-01-01";
    private static final String MOVE = "2016-05-01";
    private static final String DEATH = "2018-03-01";

    @Inject
    Publisher publisher;

    /** Three arrive on one day: one stays, one moves away, one dies. Each stay is a rectangle, given by its corners. */
    private void publishThreeLivesIn(String area) {
        publisher
                .cell(area, Measure.POPULATION, ARRIVAL, 3)
                .cell(area, Measure.POPULATION, MOVE, -1)
                .cell(area, Measure.POPULATION, DEATH, -1)
                .cell(area, Measure.RETENTION_STAYED, ARRIVAL, ARRIVAL, 3)
                .cell(area, Measure.RETENTION_STAYED, MOVE, ARRIVAL, -1)
                .cell(area, Measure.RETENTION_STAYED, ARRIVAL, MOVE, -1)
                .cell(area, Measure.RETENTION_STAYED, MOVE, MOVE, 1)
                .cell(area, Measure.RETENTION_STAYED, DEATH, ARRIVAL, -1)
                .cell(area, Measure.RETENTION_STAYED, ARRIVAL, DEATH, -1)
                .cell(area, Measure.RETENTION_STAYED, DEATH, DEATH, 1)
                .cell(area, Measure.RETENTION_DIED, DEATH, ARRIVAL, 1)
                .cell(area, Measure.RETENTION_DIED, DEATH, DEATH, -1)
                .done();
    }

    @Test
    void residentsAreThoseWhoStayedMovedAndDied() {
        publishThreeLivesIn("BU01110001");

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> get("/v1/areas/BU01110001/retention?from=2014-01-01&to=2024-01-01")
                        .then()
                        .statusCode(200)
                        .body("residents", equalTo(3))
                        .body("stayed", equalTo(1))
                        .body("moved", equalTo(1))
                        .body("died", equalTo(1))
                        .body("share", equalTo(1 / 3f)));
        get("/v1/areas/BU01110001/retention?from=2015-01-01&to=2016-05-01")
                .then()
                .body("residents", equalTo(3))
                .body("stayed", equalTo(2))
                .body("moved", equalTo(1))
                .body("died", equalTo(0));
        get("/v1/areas/BU01110001/retention?from=2018-02-28&to=2018-03-01")
                .then()
                .body("residents", equalTo(2))
                .body("stayed", equalTo(1))
                .body("moved", equalTo(0))
                .body("died", equalTo(1))
                .body("share", equalTo(0.5f));
        get("/v1/areas/BU01110001/retention?from=2018-03-01")
                .then()
                .body("to", equalTo("2024-06-15"))
                .body("residents", equalTo(1))
                .body("stayed", equalTo(1))
                .body("share", equalTo(1f));
    }

    @Test
    void ofNobodyNoShareStays() {
        get("/v1/areas/BU01110001/retention?from=2013-12-31&to=2024-01-01")
                .then()
                .statusCode(200)
                .body("residents", equalTo(0))
                .body("share", nullValue());
    }
}
