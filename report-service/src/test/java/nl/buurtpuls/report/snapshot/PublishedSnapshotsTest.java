package nl.buurtpuls.report.snapshot;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.current.Replacements;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** How long what is published is kept. It is noon of 15 June 2024, so what is published of today is of 1 June. */
@ServiceTest
class PublishedSnapshotsTest {

    @Inject
    Publisher publisher;

    @Inject
    Replacements replacements;

    @Inject
    Pool pool;

    @Test
    void oneIsKeptUntilCellsOfItsTimeComeInItsMunicipality() {
        List<String> told = recounted();
        people("BU01930001", "2020-01-01", 1000);
        people("GM0193", "2020-01-01", 1000);
        awaitPublished("BU01930001", 1000);

        // Behind the back of all, so that whoever sums up anew gives himself away.
        execute("update month_sum set n = n + 500 where area = (select id from area where code = $1)", "BU01930001");
        people("BU01930001", "2024-06-02", 50);
        people("BU01930002", "2024-06-14", 50);
        people("BU01970001", "2020-01-01", 50);
        awaitTold(told, "BU01970001 2020-01-01", "BU01930002 2024-06-14", "BU01930001 2024-06-02");
        assertThat(published("BU01930001")).as("kept").isEqualTo(1000);

        people("BU01930002", "2024-06-01", 50);
        awaitPublished("BU01930001", 1500);
    }

    @Test
    void whileTheDatabaseTellsOfNothingAndAfterThatEachIsReadAnew() {
        people("BU02020001", "2020-01-01", 1000);
        people("GM0202", "2020-01-01", 1000);
        awaitPublished("BU02020001", 1000);

        execute("update month_sum set n = n + 500 where area = (select id from area where code = $1)", "BU02020001");
        assertThat(published("BU02020001")).as("kept").isEqualTo(1000);
        execute("select pg_terminate_backend(pid) from pg_stat_activity where query like $1", "listen snapshot%");
        awaitPublished("BU02020001", 1500);

        await().atMost(Patience.LIMIT).until(replacements::areTold);
        assertThat(published("BU02020001")).isEqualTo(1500);
    }

    @Test
    void thatThereAreNoDataYetIsKeptUntilThereAre() {
        List<String> told = recounted();
        people("BU02000001", "2020-01-01", 1000);
        awaitTold(told, "BU02000001 2020-01-01");
        assertThat(dataFrom("BU02000001", "2019-05-01")).isNull();

        people("GM0200", "2024-06-10", 1000);
        await().atMost(Patience.LIMIT)
                .untilAsserted(
                        () -> assertThat(dataFrom("BU02000001", "2019-05-01")).isEqualTo("2024-06-10"));

        people("GM0200", "2020-01-01", 1000);
        await().atMost(Patience.LIMIT)
                .untilAsserted(
                        () -> assertThat(dataFrom("BU02000001", "2019-05-01")).isEqualTo("2020-01-01"));
    }

    private void people(String area, String since, long n) {
        publisher.cell(area, Measure.POPULATION, since, n).done();
    }

    /** The residents that are published, give or take what rounding does. */
    private static long published(String area) {
        Integer residents = get("/v1/areas/" + area + "/snapshot").path("indicators.population.value");
        return residents == null ? 0 : Math.round(residents / 10.0) * 10;
    }

    private static String dataFrom(String area, String date) {
        return get("/v1/areas/" + area + "/snapshot?date=" + date).path("dataFrom");
    }

    private static void awaitPublished(String area, long residents) {
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(published(area)).isEqualTo(residents));
    }

    private List<String> recounted() {
        await().atMost(Patience.LIMIT).until(replacements::areTold);
        List<String> told = new CopyOnWriteArrayList<>();
        replacements.listen(new Replacements.Listener() {
            @Override
            public void replaced(String area) {}

            @Override
            public void recounted(Map<String, LocalDate> firstDays) {
                firstDays.forEach((area, first) -> told.add(area + " " + first));
            }

            @Override
            public void resumed() {}
        });
        return told;
    }

    private static void awaitTold(List<String> told, String... expected) {
        await().atMost(Patience.LIMIT).untilAsserted(() -> assertThat(told).contains(expected));
    }

    private void execute(String statement, String parameter) {
        pool.preparedQuery(statement).execute(Tuple.of(parameter)).await().atMost(Patience.LIMIT);
    }
}
