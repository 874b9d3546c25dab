package nl.buurtpuls.report.ledger;

import static nl.buurtpuls.report.testing.ExactReader.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class LedgerConsumerTest {

    @Inject
    Publisher publisher;

    @Inject
    MeterRegistry metrics;

    @Test
    void aCellsLastValueHoldsAndNotTheSumOfThem() {
        publisher
                .cell("BU03920001", Measure.POPULATION, "2020-01-01", 5)
                .cell("BU03920001", Measure.POPULATION, "2020-01-01", 7)
                .done();
        awaitPopulation("BU03920001", 7);

        publisher.cell("BU03920001", Measure.POPULATION, "2020-01-01", 3).done();

        awaitPopulation("BU03920001", 3);
    }

    @Test
    void aRecordWithoutValueIsZero() {
        publisher.cell("BU03920002", Measure.POPULATION, "2020-01-01", 5).done();
        awaitPopulation("BU03920002", 5);

        publisher.ledger("BU03920002|population|-|2020-01-01", null).done();

        awaitPopulation("BU03920002", 0);
    }

    @Test
    void whatIsNoCellIsCountedAndHoldsUpNothing() {
        double unreadable = count("buurtpuls.ledger.cells.unreadable");
        double unknown = count("buurtpuls.ledger.cells.unknown");

        publisher
                .ledger("no key of a ledger", "1")
                .ledger("BU03920003|retention.stayed|soon|2020-01-01", "1")
                .ledger("BU\0|population|-|2020-01-01", "1")
                .ledger("BU03920003|population|-|2020-01-01", "one")
                .ledger("BU03920003|population|-|-9999-01-01", "1")
                .ledger("BU03920003|population|-|+5900000-01-01", "1")
                .ledger("BU03920003|population|-|2020-01-01", "9223372036854775807")
                .ledger("BU03920003|happiness|-|2020-01-01", "1")
                .done();

        await().atMost(Patience.LIMIT).untilAsserted(() -> {
            assertThat(count("buurtpuls.ledger.cells.unreadable")).isEqualTo(unreadable + 7);
            assertThat(count("buurtpuls.ledger.cells.unknown")).isEqualTo(unknown + 1);
        });
        publisher.cell("BU03920003", Measure.POPULATION, "2020-01-01", 4).done();
        awaitPopulation("BU03920003", 4);
    }

    @Test
    void recordsAppliedAreCounted() {
        double applied = count("buurtpuls.ledger.cells.applied");

        publisher
                .cell("BU03920004", Measure.POPULATION, "2020-01-01", 5)
                .cell("BU03920004", Measure.POPULATION, "2020-01-02", 5)
                .cell("BU03920004", Measure.POPULATION, "2020-01-02", 6)
                .done();

        await().atMost(Patience.LIMIT)
                .untilAsserted(() ->
                        assertThat(count("buurtpuls.ledger.cells.applied")).isEqualTo(applied + 3));
    }

    private double count(String counter) {
        return metrics.get(counter).counter().count();
    }

    private static void awaitPopulation(String area, int residents) {
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(population(area)).isEqualTo(residents));
    }

    private static int population(String area) {
        return get("/v1/areas/{area}/snapshot?date=2024-01-01", area)
                .then()
                .statusCode(200)
                .extract()
                .path("indicators.population.value");
    }
}
