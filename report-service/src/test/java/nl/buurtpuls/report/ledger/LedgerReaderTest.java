package nl.buurtpuls.report.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class LedgerReaderTest {

    private static final String BUURT = "BU00140001";
    private static final String NEIGHBOUR = "BU00140102";
    private static final String MUNICIPALITY = "GM0014";
    private static final int FIRST_DAY = (int) LocalDate.of(2008, 1, 1).toEpochDay();
    private static final int DAYS = 17 * 366;
    private static final Needs ALL = Needs.of(Catalogue.indicators());

    @Inject
    LedgerWriter writer;

    @Inject
    LedgerReader reader;

    @Test
    void everyIndicatorOfAnyDateIsThatOfGoingThroughAllCells() {
        Random random = new Random(20240229);
        List<Cell> cells = new ArrayList<>();
        for (Series series : Series.ALL) {
            cells.addAll(cells(BUURT, series, random));
            cells.addAll(cells(NEIGHBOUR, series, random));
            cells.addAll(cells(MUNICIPALITY, series, random));
        }
        writer.write(cells).await().indefinitely();
        TreeMap<String, Map<String, List<Cell>>> plain = CountedFigures.byAreaAndSeries(cells);
        for (String area : List.of(BUURT, MUNICIPALITY)) {
            List<LocalDate> dates = Stream.concat(
                            Stream.of(LocalDate.of(2024, 2, 29)),
                            random.ints(25, FIRST_DAY, FIRST_DAY + DAYS).mapToObj(LocalDate::ofEpochDay))
                    .distinct()
                    .toList();
            AreaHistory history = reader.history(area, ALL, dates).await().indefinitely();
            for (LocalDate date : dates) {
                Figures summed = reader.figures(List.of(area), ALL, date)
                        .await()
                        .indefinitely()
                        .get(area);
                Figures counted = new CountedFigures(plain, date, area, MUNICIPALITY);
                for (Indicator indicator : Catalogue.indicators()) {
                    Point expected = indicator.of(counted);
                    assertThat(indicator.of(summed))
                            .as("%s of %s on %s, asked for alone", indicator.id(), area, date)
                            .isEqualTo(expected);
                    assertThat(indicator.of(history.on(date)))
                            .as("%s of %s on %s, among others", indicator.id(), area, date)
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static List<Cell> cells(String area, Series series, Random random) {
        return random.ints(60, FIRST_DAY, FIRST_DAY + DAYS)
                .distinct()
                .mapToObj(day -> new Cell(area, series.name(), day, null, random.nextInt(-3, 9), 1))
                .toList();
    }

    @Test
    void anAreaWithoutCellsHasZeros() {
        LocalDate date = LocalDate.of(2024, 1, 1);
        Figures figures = reader.figures(List.of("BU00370001"), ALL, date)
                .await()
                .indefinitely()
                .get("BU00370001");

        for (Indicator indicator : Catalogue.indicators()) {
            assertThat(indicator.of(figures).numerator()).as(indicator.id()).isIn(0L, null);
            assertThat(indicator.of(figures).value()).as(indicator.id()).isIn(0L, null);
        }
        assertThat(reader.dataFrom("GM0037").await().indefinitely()).isEmpty();
    }

    @Test
    void dataBeginOnTheFirstDayThatStillHasAResident() {
        writer.write(List.of(
                        new Cell("GM0047", "population|-", 100, null, 0, 1),
                        new Cell("GM0047", "population|-", 200, null, 1, 1),
                        new Cell("GM0047", "births|-", 50, null, 1, 1)))
                .await()
                .indefinitely();

        assertThat(reader.dataFrom("GM0047").await().indefinitely()).contains(LocalDate.ofEpochDay(200));
    }
}
