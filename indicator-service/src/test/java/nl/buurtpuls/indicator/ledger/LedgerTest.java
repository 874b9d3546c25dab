package nl.buurtpuls.indicator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Series POPULATION = Series.of(Measure.POPULATION);
    private static final PageKey DAY = new PageKey("BU09170001", 20_000);

    private final StoredLedger stored = new StoredLedger();
    private Ledger ledger = stored.open();

    @Property
    void whatIsToldAddsUpToWhatWasAddedWheneverTasksBegin(@ForAll long seed) {
        stored.clear();
        ledger = stored.open();
        Random random = new Random(seed);
        Map<String, Long> added = new HashMap<>();
        Map<String, Long> told = new HashMap<>();
        for (int step = random.nextInt(400); step > 0; step--) {
            Map<PageKey, Page> changes = new HashMap<>();
            for (int page = random.nextInt(8); page >= 0; page--) {
                PageKey key = new PageKey("BU0917000" + random.nextInt(4), random.nextInt(-3, 4));
                Series series = Series.ALL.get(random.nextInt(6));
                long n = random.nextInt(-2, 3);
                changes.computeIfAbsent(key, any -> new Page()).add(series, n);
                added.merge(key + series.name(), n, Long::sum);
            }
            ledger.add(changes);
            if (random.nextInt(40) == 0) {
                tell(told);
            }
            if (random.nextInt(40) == 0) {
                ledger = stored.open();
            }
        }
        tell(told);

        added.values().removeIf(n -> n == 0);
        told.values().removeIf(n -> n == 0);
        assertThat(told).isEqualTo(added);
        assertThat(stored.journal()).isEmpty();
    }

    private void tell(Map<String, Long> told) {
        ledger.tell((page, series, value, change) -> {
            long before = told.getOrDefault(page + series.name(), 0L);
            assertThat(value - before).as("change of %s on %s", series, page).isEqualTo(change);
            told.put(page + series.name(), value);
        });
    }

    @Test
    void valueThatWentBackToWhatWasToldIsNoNews() {
        add(3);
        tell();

        add(1);
        add(-1);

        assertThat(tell()).isEmpty();
    }

    @Test
    void valueThatWasToldAndIsNowNothingIsToldAsZeroOnceAndThenForgotten() {
        add(1);
        tell();
        add(-1);
        ledger = stored.open();

        assertThat(tell()).containsExactly(0L);
        assertThat(tell()).isEmpty();
        assertThat(stored.pages()).isZero();
    }

    @Test
    void pagesAreWrittenWhenTheyAreToldAndTheJournalIsEmptyThen() {
        add(1);
        assertThat(stored.pages()).isZero();
        assertThat(stored.journal()).hasSize(1);

        tell();

        assertThat(stored.pages()).isEqualTo(1);
        assertThat(stored.journal()).isEmpty();
    }

    @Test
    void partsOfTheJournalStaySmallAlsoAfterATaskHasBegun() {
        for (int i = 0; i < 2_000; i++) {
            add(1);
            if (i % 300 == 0) {
                ledger = stored.open();
            }
        }

        assertThat(stored.journal().values()).allMatch(part -> part.length < 5_000);
        assertThat(tell()).containsExactly(2_000L);
        assertThat(stored.journal()).isEmpty();
    }

    @Test
    void changesThatCancelOutAreNotNoted() {
        ledger.add(Map.of(DAY, new Page()));

        assertThat(stored.journal()).isEmpty();
        assertThat(tell()).isEmpty();
    }

    private void add(long residents) {
        Page page = new Page();
        page.add(POPULATION, residents);
        ledger.add(Map.of(DAY, page));
    }

    private List<Long> tell() {
        List<Long> values = new ArrayList<>();
        ledger.tell((page, series, value, change) -> values.add(value));
        return values;
    }
}
