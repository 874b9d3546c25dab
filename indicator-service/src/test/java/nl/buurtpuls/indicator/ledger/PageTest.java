package nl.buurtpuls.indicator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
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
        Map<Series, Long> read = new HashMap<>();
        Page page = new Page();
        for (int step = random.nextInt(60); step > 0; step--) {
            Series series = Series.ALL.get(random.nextInt(Series.ALL.size()));
            long n = random.nextInt(5) == 0 ? random.nextLong() >> 20 : random.nextInt(-2, 3);
            page.add(series, n);
            values.merge(series, n, Long::sum);
            page = Page.decode(page.encode());
        }

        page.values(read::put);
        values.values().removeIf(value -> value == 0);
        assertThat(read).isEqualTo(values);
    }

    @Test
    void pageOfAnotherFormIsRefusedByName() {
        byte[] stored = pageOf(1).encode();
        stored[0] = 1;

        assertThatThrownBy(() -> Page.decode(stored)).hasMessageContaining("page of version 1");
    }

    @Test
    void blankPageIsNotStored() {
        Page page = pageOf(3);
        page.add(POPULATION, -3);

        assertThat(page.encode()).isNull();
        assertThat(Page.decode(null).value(POPULATION)).isZero();
    }

    private static Page pageOf(long residents) {
        Page page = new Page();
        page.add(POPULATION, residents);
        return page;
    }
}
