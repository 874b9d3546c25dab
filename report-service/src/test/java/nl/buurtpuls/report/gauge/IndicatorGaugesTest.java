package nl.buurtpuls.report.gauge;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class IndicatorGaugesTest {

    @Inject
    Publisher publisher;

    @Test
    void whatIsPublishedOfTheLevelsThatAreSetIsAMetricAndNothingElse() {
        publisher
                .cell("GM0173", Measure.POPULATION, "2020-01-01", 3210)
                .cell("BU01730001", Measure.POPULATION, "2020-01-01", 3210)
                .done();

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> get("/q/metrics")
                        .then()
                        .body(containsString(
                                "buurtpuls_indicator_value{area=\"GM0173\",indicator=\"population\",level=\"municipality\"}"
                                        + " 3210.0"))
                        .body(not(containsString("area=\"BU01730001\"")))
                        // Nobody was born: a count this small is withheld.
                        .body(not(containsString("area=\"GM0173\",indicator=\"births\""))));
    }
}
