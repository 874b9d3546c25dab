package nl.buurtpuls.report.origin;

import static nl.buurtpuls.report.testing.ExactReader.get;
import static nl.buurtpuls.report.testing.ExactReader.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class OriginsResourceTest {

    private static final String WIJK = "/v1/areas/WK091723/origins";

    @Inject
    Publisher publisher;

    private void publishArrivals() {
        publisher
                .cell("WK091723", Measure.ARRIVALS_BY_ORIGIN, "GM0928", "2020-03-01", 4)
                .cell("WK091723", Measure.ARRIVALS_BY_ORIGIN, "GM0928", "2021-03-01", 2)
                .cell("WK091723", Measure.ARRIVALS_BY_ORIGIN, "GM0935", "2021-03-01", 3)
                .cell("WK091723", Measure.ARRIVALS_BY_ORIGIN, "GM0484", "2021-06-01", 7)
                .cell("WK091723", Measure.ARRIVALS_BY_ORIGIN, "GM9876", "2021-06-02", 1)
                .cell("WK091723", Measure.ARRIVALS_BY_ORIGIN, "DE", "2021-12-31", 5)
                .cell("WK091723", Measure.ARRIVALS_BY_ORIGIN, "unknown", "2021-12-31", 1)
                .cell("WK091723", Measure.ARRIVALS_BY_ORIGIN, "PL", "2022-01-01", 9)
                .cell("WK091723", Measure.ADULT_ARRIVALS_BY_ORIGIN, "DE", "2021-12-31", 2)
                .done();
    }

    @Test
    void arrivalsOfTheWindowAreCountedByMunicipalityCountryAndDistance() {
        publishArrivals();

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> get(WIJK + "?from=2020-12-31&to=2021-12-31")
                        .then()
                        .statusCode(200)
                        .body("of", equalTo("arrivals"))
                        .body("total", equalTo(19))
                        .body("classes.same-region", equalTo(2))
                        .body("classes.same-province", equalTo(3))
                        .body("classes.rest-of-country", equalTo(8))
                        .body("classes.abroad", equalTo(5))
                        .body("classes.unknown", equalTo(1))
                        .body("municipalities.code", contains("GM0484", "GM0935", "GM0928", "GM9876"))
                        .body("municipalities[0].name", equalTo("Alphen aan den Rijn"))
                        .body("municipalities[0].sesWoa", equalTo(0.153f))
                        .body("municipalities[3].name", equalTo("GM9876"))
                        .body("municipalities[3].sesWoa", nullValue())
                        .body("countries", contains(java.util.Map.of("code", "DE", "count", 5))));
        get(WIJK + "?from=2021-12-30&to=2021-12-31&of=adult-arrivals").then().body("total", equalTo(2));
        get(WIJK + "?from=2021-12-30&to=2021-12-31&of=social-assistance").then().body("total", equalTo(0));
    }

    @Test
    void originsAreHadAsCsv() {
        publishArrivals();

        await().atMost(Patience.LIMIT).untilAsserted(() -> {
            String csv = given().header("Accept", "text/csv")
                    .get(WIJK + "?from=2020-12-31&to=2021-12-31")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(csv.lines().toList())
                    .startsWith("area,from,to,of,kind,origin,name,sesWoa,count [moves],suppressed")
                    .contains("WK091723,2020-12-31,2021-12-31,arrivals,country,DE,,,5,false");
        });
    }

    @Test
    void otherArrivalsThanThereAreIsAProblemThatNamesTheParameter() {
        get(WIJK + "?of=births")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", containsString("of"))
                .body("errors[0].code", equalTo("not-one-of"));
        get(WIJK + "?from=2022-01-01&to=2021-01-01").then().statusCode(400);
        get("/v1/areas/BU99999999x/origins").then().statusCode(404);
    }
}
