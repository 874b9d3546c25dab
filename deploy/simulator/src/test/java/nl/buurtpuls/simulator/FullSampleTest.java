package nl.buurtpuls.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.simulator.table.Buurt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample as it is shipped, of the full size, to a fixed day. */
class FullSampleTest {

    private static final LocalDate TO = LocalDate.of(2026, 1, 1);
    private static final int FIRST_FULL_YEAR = 2014;
    private static final int LAST_FULL_YEAR = 2024;

    private static Chronicle sample;

    @BeforeAll
    static void runOnce() {
        sample = new Chronicle(Settings.DEFAULT_FROM);
        Simulation.run(new Settings(Settings.DEFAULT_SEED, Settings.DEFAULT_FROM, TO, 1), sample);
    }

    @Test
    void everyLifeAddsUp() {
        assertThat(sample.faults()).isEmpty();
    }

    @Test
    void theSampleHasAboutHalfAMillionEvents() {
        assertThat(sample.total()).isBetween(450_000, 600_000);
    }

    @Test
    void theBaselineHasEachBuurtNearItsPublishedSize() {
        Map<String, Integer> founded = sample.foundedPerBuurt();

        assertThat(founded).hasSize(57);
        for (Buurt buurt : Buurt.heerlen()) {
            assertThat(founded.get(buurt.code()))
                    .as(buurt.name())
                    .isBetween((int) (buurt.inhabitants() * 0.98) - 2, (int) (buurt.inhabitants() * 1.02) + 2);
        }
        assertThat(founded.values().stream().mapToInt(Integer::intValue).sum()).isBetween(86_900, 87_100);
    }

    @ParameterizedTest
    @CsvSource({
        "arrivals, 5400, 6800",
        "departures, 5000, 6800",
        "moves within, 6000, 10000",
        "births, 600, 1000",
        "deaths, 850, 1750",
    })
    void eachYearHasItsFlows(String flow, int least, int most) {
        for (int year = FIRST_FULL_YEAR; year <= LAST_FULL_YEAR; year++) {
            assertThat(sample.flowsOf(year).get(flow)).as(flow + " of " + year).isBetween(least, most);
        }
    }

    @Test
    void everyTypeButTheRetractionOccurs() {
        assertThat(sample.counts().keySet())
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(EventType.RETRACTION)));
    }
}
