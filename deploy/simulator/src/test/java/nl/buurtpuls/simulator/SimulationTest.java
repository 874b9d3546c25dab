package nl.buurtpuls.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a town of any seed and size: small ones, run often. */
class SimulationTest {

    private static final LocalDate FROM = Settings.DEFAULT_FROM;
    private static final LocalDate TO = LocalDate.of(2018, 1, 1);
    private static final double SMALL = 0.02;

    @Test
    void theSameSeedGivesTheSameEvents() {
        assertThat(run(917, TO)).isEqualTo(run(917, TO));
    }

    @Test
    void anotherSeedGivesOtherEvents() {
        // The ids have the seed in them: what is compared is what happens.
        assertThat(facts(run(918, TO))).isNotEqualTo(facts(run(917, TO)));
    }

    @Test
    void aLaterEndOnlyMakesTheStreamLonger() {
        List<Event> shorter = run(917, LocalDate.of(2016, 6, 1));
        List<Event> longer = run(917, TO);

        assertThat(longer).hasSizeGreaterThan(shorter.size());
        assertThat(longer.subList(0, shorter.size())).isEqualTo(shorter);
    }

    @Test
    void aLaterEndOnlyMakesTheStreamLongerOfTheCalibratedTownToo() {
        LocalDate end = LocalDate.of(2014, 1, 10);
        List<Event> shorter = new ArrayList<>();
        Simulation.run(new Settings(917, FROM, end, 1), shorter::add);
        Iterator<Event> expected = shorter.iterator();

        Simulation.run(new Settings(917, FROM, LocalDate.of(2023, 12, 1), 1), event -> {
            if (expected.hasNext()) {
                assertThat(event).isEqualTo(expected.next());
            }
        });

        assertThat(expected.hasNext()).isFalse();
        assertThat(shorter).hasSizeGreaterThan(100_000);
    }

    @Test
    void everyEventReadsBackAsItself() {
        for (Event event : run(917, TO)) {
            assertThat(EventJson.read(event.data().type(), EventJson.write(event.data())))
                    .isEqualTo(event.data());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, -6})
    void everyLifeAddsUpWhateverTheSeed(long seed) {
        Chronicle chronicle = new Chronicle(FROM);

        run(seed, TO).forEach(chronicle);

        assertThat(chronicle.faults()).isEmpty();
        assertThat(chronicle.residents()).isBetween(1_400, 2_100);
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() {
        assertThatThrownBy(() -> new Settings(1, FROM, FROM.minusDays(1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2013-12-31");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 11, Double.NaN})
    void aSizeThatNoTownHasIsRefused(double scale) {
        assertThatThrownBy(() -> new Settings(1, FROM, TO, scale))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--scale");
    }

    private static List<EventData> facts(List<Event> events) {
        return events.stream().map(Event::data).toList();
    }

    private static List<Event> run(long seed, LocalDate to) {
        List<Event> events = new ArrayList<>();
        Simulation.run(new Settings(seed, FROM, to, SMALL), events::add);
        return events;
    }
}
