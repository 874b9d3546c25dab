package nl.buurtpuls.report.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Quantity;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class LedgerWriterTest {

    private static final Series POPULATION = Series.of(Measure.POPULATION);

    @Inject
    LedgerWriter writer;

    @Inject
    LedgerReader reader;

    @Inject
    Pool pool;

    @Test
    void anOlderValueThatComesAgainChangesNothing() {
        write(population("GM0059", 100, 7, 12));

        write(population("GM0059", 100, 5, 11));
        write(population("GM0059", 100, 6, 12));

        assertThat(population("GM0059")).isEqualTo(7);
    }

    @Test
    void aPointOfThePlaneKeepsItsNewestValueToo() {
        write(new Cell("GM0060", Measure.RETENTION_STAYED.id(), 100, 200, 7, 12));

        write(new Cell("GM0060", Measure.RETENTION_STAYED.id(), 100, 200, 5, 11));

        LocalDate from = LocalDate.ofEpochDay(100);
        assertThat(reader.retained("GM0060", from, from.plusDays(100))
                        .await()
                        .indefinitely()
                        .stayed())
                .isEqualTo(7);
    }

    @Test
    void aBatchWhoseEndTheDatabaseRefusesLeavesNothingBehind() {
        List<Cell> batch = List.of(
                population("GM0072", 100, 7, 1), new Cell("GM0072", Measure.RETENTION_STAYED.id(), 100, 200, 1, 1));
        pool.query("alter table plane_cell rename to elsewhere")
                .execute()
                .await()
                .indefinitely();
        try {
            assertThatThrownBy(() -> writer.write(batch).await().indefinitely()).hasMessageContaining("plane_cell");
        } finally {
            pool.query("alter table elsewhere rename to plane_cell")
                    .execute()
                    .await()
                    .indefinitely();
        }
        assertThat(population("GM0072")).isZero();
    }

    @Test
    void ofOneCellInABatchTheNewestValueHoldsWhereverItStands() {
        writer.write(List.of(
                        population("GM0073", 100, 5, 1),
                        population("GM0073", 100, 9, 3),
                        population("GM0073", 100, 7, 2)))
                .await()
                .indefinitely();

        assertThat(population("GM0073")).isEqualTo(9);
    }

    @Test
    void writersOfTheSameCellsInAnyOrderDoNotLockEachOtherOut() {
        Random random = new Random(4);
        List<Uni<Void>> writes = new ArrayList<>();
        for (int version = 1; version <= 24; version++) {
            List<Cell> cells = new ArrayList<>();
            for (int day = 0; day < 2_000; day++) {
                cells.add(population("GM0074", day, version, version));
            }
            Collections.shuffle(cells, random);
            writes.add(writer.write(cells));
        }

        Uni.join().all(writes).andFailFast().await().atMost(Patience.LIMIT);

        assertThat(population("GM0074")).isEqualTo(24 * 2_000);
    }

    @Test
    void namesThatAreThereUseUpNoNumber() {
        List<String> names = IntStream.range(0, 50).mapToObj(i -> "GM008" + i).toList();
        new Dictionary("area", "code").learn(pool, names.stream()).await().indefinitely();
        long used = numbersUsed();

        new Dictionary("area", "code").learn(pool, names.stream()).await().indefinitely();

        assertThat(numbersUsed()).isEqualTo(used);
    }

    private long numbersUsed() {
        return pool.query("select last_value from area_id_seq")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private static Cell population(String area, int day, long n, long version) {
        return new Cell(area, POPULATION.name(), day, null, n, version);
    }

    private void write(Cell cell) {
        writer.write(List.of(cell)).await().indefinitely();
    }

    private long population(String area) {
        return reader.figures(
                        List.of(area),
                        Needs.ofQuantities(List.of(Quantity.on(Measure.POPULATION))),
                        LocalDate.of(2024, 1, 1))
                .await()
                .indefinitely()
                .get(area)
                .total(POPULATION, Anchor.DATE);
    }
}
