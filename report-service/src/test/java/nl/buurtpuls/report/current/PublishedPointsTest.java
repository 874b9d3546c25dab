package nl.buurtpuls.report.current;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** What maps and rankings keep of municipalities. It is noon of 15 June 2024, so what is published of today is of 1 June. */
@ServiceTest
class PublishedPointsTest {

    @Inject
    Publisher publisher;

    @Inject
    Replacements replacements;

    @Inject
    Pool pool;

    @Test
    void aCorrectionHasItsOwnMunicipalityReadAnewAndNoOther() {
        await().atMost(Patience.LIMIT).until(replacements::areTold);
        people("GM0209", "2020-01-01");
        people("GM0213", "2020-01-01");
        await().atMost(Patience.LIMIT).untilAsserted(() -> {
            assertThat(published("GM0209")).isEqualTo(1000);
            assertThat(published("GM0213")).isEqualTo(1000);
        });

        // Behind the back of all, so that whoever sums up anew gives himself away.
        pool.preparedQuery("update month_sum set n = n + 500 where area in (select id from area where code = any($1))")
                .execute(Tuple.tuple().addArrayOfString(new String[] {"GM0209", "GM0213"}))
                .await()
                .atMost(Patience.LIMIT);
        people("GM0213", "2024-06-02");
        people("GM0209", "2024-06-01");
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(published("GM0209")).isEqualTo(2500));
        assertThat(published("GM0213")).as("kept").isEqualTo(1000);

        people("GM0213", "2024-05-20");
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(published("GM0213")).isEqualTo(2500));
    }

    private void people(String municipality, String since) {
        publisher.cell(municipality, Measure.POPULATION, since, 1000).done();
    }

    /** The residents that a ranking of the province has, give or take what rounding does. */
    private static long published(String municipality) {
        Integer residents = get("/v1/indicators/population/ranking?level=municipality&within=PV25")
                .path("areas.find { it.code == '" + municipality + "' }.value");
        return residents == null ? 0 : Math.round(residents / 10.0) * 10;
    }
}
