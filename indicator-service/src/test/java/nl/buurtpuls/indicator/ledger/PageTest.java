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

class PageTest {

    private static final Series POPULATION = Series.of(Measure.POPULATION);

    @Property
    void storedPageIsReadAsItWas(@ForAll long seed) {
        Random random = new Random(seed);
        Map<Series, Long> values = new HashMap<>();
        Map<Series, Long> news = new HashMap<>();
        Page page = new Page();
        for (int step = random.nextInt(60); step > 0; step--) {
            Series series = Series.ALL.get(random.nextInt(Series.ALL.size()));
            long n = random.nextInt(5) == 0 ? random.nextLong() >> 20 : random.nextInt(-2, 3);
            page.add(series, n);
            values.merge(series, n, Long::sum);
            if (random.nextInt(10) == 0) {
                page.tell((told, value, change) -> {});
            }
            page = Page.decode(page.encode());
        }

        page.values(news::put);
        values.values().removeIf(value -> value == 0);
        assertThat(news).isEqualTo(values);
    }

    @Test
    void valueThatWentBackToWhatWasToldIsNoNews() {
        Page page = new Page();
        page.add(POPULATION, 3);
        page.tell((series, value, change) -> {});
        page.add(POPULATION, 1);
        assertThat(page.isTold()).isFalse();

        page.add(POPULATION, -1);

        assertThat(page.isTold()).isTrue();
        page.tell((series, value, change) -> {
            throw new AssertionError(series + " is told again");
        });
    }

    @Test
    void valueThatWasToldAndIsNowNothingIsToldAsZeroOnceAndThenForgotten() {
        Page page = new Page();
        page.add(POPULATION, 1);
        page.tell((series, value, change) -> {});
        page.add(POPULATION, -1);
        Page stored = Page.decode(page.encode());
        Map<Series, Long> told = new HashMap<>();

        stored.tell((series, value, change) -> told.put(series, value));

        assertThat(told).containsExactly(Map.entry(POPULATION, 0L));
        assertThat(stored.encode()).isNull();
    }

    @Test
    void changesThatAreToldAddUpToTheValue() {
        Page page = new Page();
        List<Long> changes = new ArrayList<>();
        for (long n : List.of(3L, -5L, 1L)) {
            page.add(POPULATION, n);
            page = Page.decode(page.encode());
            page.tell((series, value, change) -> changes.add(change));
        }
        assertThat(changes).containsExactly(3L, -5L, 1L);
        assertThat(page.value(POPULATION)).isEqualTo(-1);
    }

    @Test
    void blankPageIsNotStored() {
        assertThat(new Page().encode()).isNull();
        assertThat(Page.decode(null).isTold()).isTrue();
    }
}
