package nl.buurtpuls.report.segregation;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.time.Duration;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class SegregationResourceTest {

    /** Vrieheide-De Stack: five buurten. */
    private static final String WIJK = "/v1/areas/WK091720/segregation";

    @Inject
    Publisher publisher;

    /**
     * In 2020 (100, 60, 40, 0) recipients against (0, 40, 60, 100) others, and a fifth buurt without anybody; from 2021 on
     * all of the first have moved on.
     */
    @BeforeEach
    void publish() {
        long[] recipients = {100, 60, 40, 0};
        for (int i = 0; i < recipients.length; i++) {
            String buurt = "BU0917200" + i;
            publisher
                    .cell(buurt, Measure.ADULTS, "2020-01-01", 100)
                    .cell(buurt, Measure.ADULT_RECIPIENTS, "social-assistance", "2020-01-01", recipients[i]);
        }
        publisher
                .cell("BU09172000", Measure.ADULTS, "2021-01-01", -100)
                .cell("BU09172000", Measure.ADULT_RECIPIENTS, "social-assistance", "2021-01-01", -100)
                .done();
    }

    @Test
    void theIndicesAreThoseOfTheBuurtenOnTheDate() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(WIJK + "?date=2020-06-01")
                        .then()
                        .statusCode(200)
                        .body("area", equalTo("WK091720"))
                        .body("group", equalTo("social-assistance"))
                        .body("unit", equalTo("buurt"))
                        .body("date", equalTo("2020-06-01"))
                        .body("indices.dissimilarity.value", equalTo(0.6f))
                        .body("indices.gini.value", equalTo(0.8f))
                        .body("indices.isolation.value", equalTo(0.76f))
                        .body("indices.interaction.value", equalTo(0.24f))
                        .body("indices.atkinson.value", equalTo(0.76f))
                        .body("indices.multigroupDissimilarity.value", equalTo(0.6f))
                        .body("indices.between.value", equalTo(0f)));
    }
}
