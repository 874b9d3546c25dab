package nl.buurtpuls.report.generation;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.inject.Inject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code switch_generation}, as operators call it. */
@ServiceTest
class SwitchTest {

    private static final int NEXT = 9;

    @Inject
    Pool pool;

    @Inject
    Publisher publisher;

    @BeforeEach
    void begin() {
        run("select begin_generation(" + NEXT + ")");
    }

    @AfterEach
    void forget() {
        run("select forget_generation(" + NEXT + ")");
    }

    @Test
    void behindSomebodyWhoReadsForLongItGivesUpAndChangesNothing() {
        int before = current();
        SqlConnection reader = pool.getConnection().await().atMost(Patience.LIMIT);
        Transaction reading = reader.begin().await().atMost(Patience.LIMIT);
        reader.query("select count(*) from cell").execute().await().atMost(Patience.LIMIT);
        try {
            assertThatThrownBy(() -> run("select switch_generation(" + NEXT + ")"))
                    .hasMessageContaining("lock timeout");
        } finally {
            reading.rollback().await().atMost(Patience.LIMIT);
            reader.close().await().atMost(Patience.LIMIT);
        }

        assertThat(current()).isEqualTo(before);
    }

    @Test
    void thereAndBackAgain() {
        int before = current();
        run("select switch_generation(" + NEXT + ")");
        assertThat(current()).isEqualTo(NEXT);

        run("select switch_generation(" + before + ")");

        assertThat(current()).isEqualTo(before);
    }

    @Test
    void whatIsKeptOfWhatIsPublishedIsNotThatOfTheOtherGeneration() {
        int before = current();
        publisher
                .cell("BU02210001", Measure.POPULATION, "2020-01-01", 1000)
                .cell("GM0221", Measure.POPULATION, "2020-01-01", 1000)
                .done();
        awaitResidents(1000);

        run("select switch_generation(" + NEXT + ")");
        try {
            awaitResidents(null);
        } finally {
            run("select switch_generation(" + before + ")");
        }

        awaitResidents(1000);
    }

    private static void awaitResidents(@Nullable Integer expected) {
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(
                                get("/v1/areas/BU02210001/snapshot").<Integer>path("indicators.population.value"))
                        .isEqualTo(expected));
    }

    private int current() {
        return pool.query("select number from current_generation")
                .execute()
                .await()
                .atMost(Patience.LIMIT)
                .iterator()
                .next()
                .getInteger(0);
    }

    private void run(String statement) {
        pool.query(statement).execute().await().atMost(Patience.LIMIT);
    }
}
