package nl.buurtpuls.report.snapshot;

import static nl.buurtpuls.report.testing.ExactReader.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.contract.snapshot.Snapshot;
import nl.buurtpuls.report.current.Replacements;
import nl.buurtpuls.report.testing.Noon;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.awaitility.core.ThrowingRunnable;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ServiceTest
class SnapshotTest {

    private static final Instant UPDATED = Instant.parse("2024-06-15T09:59:59.123Z");

    @Inject
    Publisher publisher;

    @Inject
    ObjectMapper json;

    @Inject
    MeterRegistry metrics;

    @Inject
    SnapshotStore store;

    @Inject
    Replacements replacements;

    @Inject
    Pool pool;

    @Test
    void todaysIsTheOneThatCame() {
        publisher
                .snapshot("BU00800001", snapshot("BU00800001", Noon.TODAY, 321))
                .done();

        eventually(() -> get("/v1/areas/BU00800001/snapshot")
                .then()
                .statusCode(200)
                .body("area", equalTo("BU00800001"))
                .body("name", equalTo("Ons Buurtje"))
                .body("date", equalTo("2024-06-15"))
                .body("updatedAt", equalTo("2024-06-15T09:59:59.123Z"))
                .body("dataFrom", equalTo("2014-01-01"))
                .body("indicators.population.value", equalTo(321))
                .body("indicators.population.numerator", equalTo(321))
                .body("indicators.population.denominator", nullValue())
                .body("indicators.population.suppressed", equalTo(false)));
    }

    @Test
    void aRegionHasALedgerOfItsOwnAndSaysNothingThatDoesNotAddUp() {
        publisher
                .cell("RG-PARKSTAD", Measure.POPULATION, "2011-03-01", 400)
                .cell("RG-PARKSTAD", Measure.ADULTS, "2011-03-01", 300)
                .cell("RG-PARKSTAD", Measure.ADULT_RECIPIENTS, "social-assistance", "2011-03-01", 30)
                .cell("RG-PARKSTAD", Measure.POPULATION, "2012-01-02", 100)
                .cell("RG-PARKSTAD", Measure.ADULTS, "2012-01-02", 100)
                .cell("BU09650101", Measure.ADULTS, "2011-03-01", 300)
                .cell("BU09650101", Measure.ADULT_RECIPIENTS, "social-assistance", "2011-03-01", 30)
                .cell("BU09860101", Measure.ADULTS, "2012-01-02", 100)
                .done();

        eventually(() -> get("/v1/areas/RG-PARKSTAD/snapshot?date=2012-06-01")
                .then()
                .statusCode(200)
                .body("name", equalTo("Parkstad Limburg"))
                .body("dataFrom", equalTo("2011-03-01"))
                .body("indicators.population.value", equalTo(500))
                .body("indicators.'social-assistance.recipients.share'.value", equalTo(0.075f))
                .body("indicators.'social-assistance.dissimilarity'.value", closeTo(30.0 / 30 - 270.0 / 370))
                .body("indicators.'retention.1y'", nullValue())
                .body("indicators.'turnover.rate'", nullValue()));
        get("/v1/areas/RG-PARKSTAD/indicators/population/series?from=2011-01-01&to=2013-01-01&step=year")
                .then()
                .body("points.value", contains(0, 400, 500));
        get("/v1/areas/RG-PARKSTAD/indicators/turnover.rate/series")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("not-at-this-level"));
    }

    private static Matcher<Float> closeTo(double value) {
        return new CustomTypeSafeMatcher<>("about " + value) {
            @Override
            protected boolean matchesSafely(Float number) {
                return Math.abs(number - value) < 1e-6;
            }
        };
    }

    @Test
    void anotherDatesIsSummedUpFromTheLedger() {
        publisher
                .snapshot("BU00850001", snapshot("BU00850001", Noon.TODAY, 321))
                .cell("GM0085", Measure.POPULATION, "2019-03-01", 9)
                .cell("BU00850001", Measure.POPULATION, "2020-01-01", 5)
                .cell("BU00850001", Measure.ADULTS, "2020-01-01", 4)
                .cell("BU00850001", Measure.ADULT_RECIPIENTS, "social-assistance", "2021-01-01", 1)
                .cell("BU00850001", Measure.POPULATION, "2022-01-01", 2)
                .done();

        eventually(() -> get("/v1/areas/BU00850001/snapshot?date=2021-06-01")
                .then()
                .statusCode(200)
                .body("date", equalTo("2021-06-01"))
                .body("updatedAt", nullValue())
                .body("dataFrom", equalTo("2019-03-01"))
                .body("indicators.population.value", equalTo(5))
                .body("indicators.'social-assistance.recipients.share'.value", equalTo(0.25f))
                .body("indicators.'social-assistance.recipients.share'.numerator", equalTo(1))
                .body("indicators.'social-assistance.recipients.share'.denominator", equalTo(4))
                .body("indicators.'dwellings.woz-value.mean'.value", nullValue()));
        get("/v1/areas/BU00850001/snapshot?date=2022-01-01").then().body("indicators.population.value", equalTo(7));
    }

    @Test
    void yesterdaysIsNotTakenForTodays() {
        publisher
                .snapshot("BU00860001", snapshot("BU00860001", Noon.TODAY.minusDays(1), 321))
                .cell("BU00860001", Measure.POPULATION, "2020-01-01", 5)
                .done();
        eventually(() -> assertThat(awaited(store.find("BU00860001"))).isNotNull());

        eventually(() -> get("/v1/areas/BU00860001/snapshot")
                .then()
                .body("date", equalTo("2024-06-15"))
                .body("indicators.population.value", equalTo(5)));
    }

    @Test
    void anOlderOneThatComesAgainChangesNothing() {
        StoredSnapshot newest = stored("BU00880001", 7, 12);
        awaited(store.store(List.of(newest)));

        awaited(store.store(List.of(stored("BU00880001", 5, 11), stored("BU00880002", 4, 3))));

        get("/v1/areas/BU00880001/snapshot").then().body("indicators.population.value", equalTo(7));
        get("/v1/areas/BU00880002/snapshot").then().body("indicators.population.value", equalTo(4));
    }

    @Test
    void oneThatAnotherInstanceReplacesIsReadAtOnce() {
        awaited(store.store(List.of(stored("BU00890001", 7, 1))));
        get("/v1/areas/BU00890001/snapshot").then().body("indicators.population.value", equalTo(7));

        for (int population = 8; population < 20; population++) {
            // As another instance does it, of which this one is told by the database alone.
            execute(
                    "update snapshot set body = $1 where area = 'BU00890001'",
                    snapshot("BU00890001", Noon.TODAY, population));
            int replaced = population;
            await().atMost(Patience.LIMIT)
                    .pollInterval(Duration.ofMillis(1))
                    .untilAsserted(() -> get("/v1/areas/BU00890001/snapshot")
                            .then()
                            .body("indicators.population.value", equalTo(replaced)));
        }
    }

    @Test
    void whileTheDatabaseTellsOfNothingEachIsReadAnew() {
        awaited(store.store(List.of(stored("BU00910001", 7, 1))));
        get("/v1/areas/BU00910001/snapshot").then().body("indicators.population.value", equalTo(7));

        execute("select pg_terminate_backend(pid) from pg_stat_activity where query like $1", "listen snapshot%");
        execute("update snapshot set body = $1 where area = 'BU00910001'", snapshot("BU00910001", Noon.TODAY, 8));
        eventually(() -> get("/v1/areas/BU00910001/snapshot").then().body("indicators.population.value", equalTo(8)));

        eventually(() -> assertThat(replacements.areTold()).isTrue());
        execute("update snapshot set body = $1 where area = 'BU00910001'", snapshot("BU00910001", Noon.TODAY, 9));
        eventually(() -> get("/v1/areas/BU00910001/snapshot").then().body("indicators.population.value", equalTo(9)));
    }

    @Test
    void aConnectionThatFallsSilentIsNotWaitedFor() throws IOException, InterruptedException {
        eventually(() -> assertThat(replacements.areTold()).isTrue());
        awaited(store.store(List.of(stored("BU00920001", 7, 1))));
        get("/v1/areas/BU00920001/snapshot").then().body("indicators.population.value", equalTo(7));
        String listening = pool.query("select pid from pg_stat_activity where query like 'listen snapshot%'")
                .execute()
                .await()
                .atMost(Patience.LIMIT)
                .iterator()
                .next()
                .getInteger(0)
                .toString();

        signal("-STOP", listening);
        try {
            execute("update snapshot set body = $1 where area = 'BU00920001'", snapshot("BU00920001", Noon.TODAY, 8));

            eventually(
                    () -> get("/v1/areas/BU00920001/snapshot").then().body("indicators.population.value", equalTo(8)));
        } finally {
            signal("-CONT", listening);
        }
    }

    private static void signal(String signal, String process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, process).start().waitFor())
                .isZero();
    }

    @Test
    void whoListensLateIsToldThatNewsComesIn() {
        eventually(() -> assertThat(replacements.areTold()).isTrue());
        List<String> told = new CopyOnWriteArrayList<>();

        replacements.listen(new Replacements.Listener() {
            @Override
            public void replaced(String area) {
                told.add(area);
            }

            @Override
            public void resumed() {
                told.add("resumed");
            }
        });

        assertThat(told).contains("resumed");
    }

    private void execute(String statement, String parameter) {
        pool.preparedQuery(statement).execute(Tuple.of(parameter)).await().atMost(Patience.LIMIT);
    }

    @Test
    void theAgeOfTheOldestMutationIsMeasuredOnceItCanBeRead() {
        Timer freshness = metrics.get("buurtpuls.freshness").timer();
        long measured = freshness.count();
        double before = freshness.totalTime(TimeUnit.MILLISECONDS);
        Instant published = Noon.clock().instant().minusMillis(250);

        publisher
                .snapshot("BU00900001", snapshot("BU00900001", Noon.TODAY, 1))
                .snapshot("BU00900001", snapshot("BU00900001", Noon.TODAY, 2), published)
                .done();

        eventually(() -> assertThat(freshness.count()).isEqualTo(measured + 1));
        assertThat(freshness.totalTime(TimeUnit.MILLISECONDS) - before).isCloseTo(250, within(0.001));
        get("/v1/areas/BU00900001/snapshot").then().body("indicators.population.value", equalTo(2));
    }

    @Test
    void whatIsNoSnapshotIsCountedAndHoldsUpNothing() {
        double unreadable = count("buurtpuls.snapshots.unreadable");

        publisher
                .snapshot("BU00930001", null)
                .snapshot("BU00930001", "no json")
                .snapshot("BU00930001", "null")
                .snapshot("BU00930001", "{\"area\":\"BU00930001\",\"date\":\"2024-02-30\",\"indicators\":{}}")
                .snapshot("BU00930001", "{\"area\":\"BU00930001\"}")
                .snapshot("BU00930001", snapshot("BU00930009", Noon.TODAY, 1))
                .done();

        eventually(() -> assertThat(count("buurtpuls.snapshots.unreadable")).isEqualTo(unreadable + 6));
        publisher.snapshot("BU00930001", snapshot("BU00930001", Noon.TODAY, 6)).done();
        eventually(() -> get("/v1/areas/BU00930001/snapshot").then().body("indicators.population.value", equalTo(6)));
    }

    /** What Hibernate gives, which it does only in a context of Vert.x. */
    private static <T> @Nullable T awaited(Uni<T> uni) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> uni);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private double count(String counter) {
        return metrics.get(counter).counter().count();
    }

    private StoredSnapshot stored(String area, long population, long version) {
        return new StoredSnapshot(area, Noon.TODAY, snapshot(area, Noon.TODAY, population), version);
    }

    private String snapshot(String area, LocalDate date, long population) {
        Map<String, Point> points = Map.of("population", new Point(population, population, null, false));
        try {
            return json.writeValueAsString(
                    new Snapshot(area, "Ons Buurtje", date, UPDATED, LocalDate.of(2014, 1, 1), points));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(ThrowingRunnable holds) {
        await().atMost(Patience.LIMIT).untilAsserted(holds);
    }
}
