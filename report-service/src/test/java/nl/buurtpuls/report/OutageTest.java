package nl.buurtpuls.report;

import static nl.buurtpuls.report.testing.ExactReader.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Line;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class OutageTest {

    private static final String SNAPSHOT = "/v1/areas/BU03440001/snapshot?date=2024-01-01";

    @Inject
    Publisher publisher;

    Line database;

    @AfterEach
    void mend() {
        database.mend();
    }

    @Test
    void withoutItsDatabaseTheServiceSaysComeBackAndAfterwardsNothingIsLost() {
        publisher.cell("BU03440001", Measure.POPULATION, "2020-01-01", 5).done();
        awaitPopulation(5);

        database.cut();
        get(SNAPSHOT)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("status", equalTo(503));
        get("/v1/areas/BU03440001/retention?from=2014-01-01").then().statusCode(503);
        get("/v1/areas/BU03440001/snapshot").then().statusCode(503);
        get("/v1/areas").then().statusCode(200);
        get("/q/health/ready").then().statusCode(503);
        get("/q/health/live").then().statusCode(200);
        publisher.cell("BU03440001", Measure.POPULATION, "2020-01-01", 8).done();

        database.mend();
        awaitPopulation(8);
        await().atMost(Patience.LIMIT)
                .untilAsserted(
                        () -> assertThat(get("/q/health/ready").statusCode()).isEqualTo(200));
    }

    private static void awaitPopulation(int residents) {
        await().atMost(Patience.LIMIT)
                .untilAsserted(() ->
                        get(SNAPSHOT).then().statusCode(200).body("indicators.population.value", equalTo(residents)));
    }
}
