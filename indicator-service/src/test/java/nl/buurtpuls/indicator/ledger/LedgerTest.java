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
    private static final int DAY = 20_000;

    private final StoredLedger stored = new StoredLedger();
    private Ledger ledger = stored.open();

    /** Of each change, whether it is committed before the next, and whether a task begins anew, with or without a failure. */
    @Property
    void whatIsToldAddsUpToWhatWasAddedWheneverTasksBeginAndTransactionsFail(@ForAll long seed) {
        Random random = new Random(seed);
        StoredLedger all = new StoredLedger();
        Ledger current = all.open();
        List<Map<PageKey, Page>> uncommitted = new ArrayList<>();
        Map<String, Long> added = new HashMap<>();
        Map<String, Long> told = new HashMap<>();
        Map<String, Long> toldAndCommitted = new HashMap<>();
        for (int step = random.nextInt(400); step > 0; step--) {
            Map<PageKey, Page> changes = changes(random, added);
            uncommitted.add(changes);
            current.add(changes);
            if (random.nextInt(30) == 0) {
                tell(current, told);
            }
            if (random.nextInt(20) == 0) {
                all.commit();
                toldAndCommitted = new HashMap<>(told);
                uncommitted.clear();
            }
            if (random.nextInt(40) == 0) {
                current = all.open();
            }
            if (random.nextInt(40) == 0) {
                all.rollBack();
                told = new HashMap<>(toldAndCommitted);
                current = all.open();
                uncommitted.forEach(current::add);
            }
        }
        tell(current, told);

        added.values().removeIf(n -> n == 0);
        told.values().removeIf(n -> n == 0);
        assertThat(told).isEqualTo(added);
    }

    private static Map<PageKey, Page> changes(Random random, Map<String, Long> added) {
        Map<PageKey, Page> changes = new HashMap<>();
        for (int page = random.nextInt(8); page >= 0; page--) {
            PageKey key = new PageKey("BU0917000" + random.nextInt(4), random.nextInt(-3, 4));
            Series series = Series.ALL.get(random.nextInt(6));
            long n = random.nextInt(-2, 3);
            changes.computeIfAbsent(key, any -> new Page()).add(series, n);
            added.merge(key + series.name(), n, Long::sum);
        }
        return changes;
    }

    private static void tell(Ledger ledger, Map<String, Long> told) {
        ledger.tell((page, series, value, change) -> {
            long before = told.getOrDefault(page + series.name(), 0L);
            assertThat(value - before).as("change of %s on %s", series, page).isEqualTo(change);
            told.put(page + series.name(), value);
        });
    }

    @Test
    void valueThatWentBackToWhatWasToldIsNoNews() {
        add(3, DAY);
        tell();

        add(1, DAY);
        add(-1, DAY);

        assertThat(tell()).isEmpty();
    }

    @Test
    void valueThatWasToldAndIsNowNothingIsToldAsZeroOnceAndThenForgotten() {
        add(1, DAY);
        tell();
        add(-1, DAY);
        ledger = stored.open();

        assertThat(tell()).containsExactly(0L);
        assertThat(tell()).isEmpty();
        assertThat(stored.pages()).isZero();
    }

    @Test
    void pagesAreWrittenWhenTheyAreTold() {
        add(1, DAY);
        assertThat(stored.pages()).isZero();

        tell();

        assertThat(stored.pages()).isEqualTo(1);
        ledger = stored.open();
        assertThat(tell()).as("told already").isEmpty();
    }

    @Test
    void theJournalIsAsLongAsTheLongestMoment() {
        for (int moment = 0; moment < 10; moment++) {
            for (int i = 0; i < 50; i++) {
                add(1, DAY + i);
            }
            ledger = stored.open();
            add(1, DAY);
            tell();
        }

        assertThat(stored.journal()).hasSize(52);
    }

    @Test
    void changesOfALongPastAtOnceAreSeveralRows() {
        Map<PageKey, Page> changes = new HashMap<>();
        for (int day = 0; day < 20_000; day++) {
            changes.put(new PageKey("BU09170001", day), page(1));
        }
        ledger.add(changes);

        assertThat(stored.journal().values()).hasSizeGreaterThan(10).allMatch(row -> row.length < 20_000);
        ledger = stored.open();
        assertThat(tell()).hasSize(20_000);
    }

    @Test
    void changesThatCancelOutAreNotNoted() {
        ledger.add(Map.of(new PageKey("BU09170001", DAY), new Page()));

        assertThat(stored.journal()).isEmpty();
        assertThat(tell()).isEmpty();
        assertThat(stored.journal()).isEmpty();
    }

    private void add(long residents, int day) {
        ledger.add(Map.of(new PageKey("BU09170001", day), page(residents)));
    }

    private static Page page(long residents) {
        Page page = new Page();
        page.add(POPULATION, residents);
        return page;
    }

    private List<Long> tell() {
        List<Long> values = new ArrayList<>();
        ledger.tell((page, series, value, change) -> values.add(value));
        return values;
    }
}
