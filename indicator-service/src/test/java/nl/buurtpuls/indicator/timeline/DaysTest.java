package nl.buurtpuls.indicator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DaysTest {

    private static final int HORIZON = 40;

    @Property
    void algebraIsThatOfSets(@ForAll("sets") Days a, @ForAll("sets") Days b) {
        BitSet both = bits(a);
        both.and(bits(b));
        BitSet either = bits(a);
        either.or(bits(b));
        BitSet less = bits(a);
        less.andNot(bits(b));

        assertThat(bits(a.and(b))).isEqualTo(both);
        assertThat(bits(a.or(b))).isEqualTo(either);
        assertThat(bits(a.minus(b))).isEqualTo(less);
    }

    @Property
    void equalSetsAreEqualHoweverTheyWereMade(@ForAll("sets") Days a, @ForAll("sets") Days b) {
        assertThat(a.or(b)).isEqualTo(b.or(a)).isEqualTo(a.minus(b).or(a.and(b)).or(b.minus(a)));
    }

    @Property
    void spansDoNotTouch(@ForAll("sets") Days a, @ForAll("sets") Days b) {
        Days union = a.or(b);
        for (int span = 1; span < union.spans(); span++) {
            assertThat(union.from(span)).isGreaterThan(union.to(span - 1));
        }
    }

    @Test
    void spanThatEndsWhereItBeginsHasNoDay() {
        assertThat(Days.between(5, 5)).isEqualTo(Days.NONE);
        assertThat(Days.between(5, 4)).isEqualTo(Days.NONE);
    }

    @Test
    void openEndStaysOpen() {
        Days open = Days.between(3, Days.FOREVER);

        assertThat(open.shifted(day -> day + 10)).isEqualTo(Days.between(13, Days.FOREVER));
        assertThat(open.minus(Days.between(7, Days.FOREVER))).isEqualTo(Days.between(3, 7));
        assertThat(open.covers(3, 1_000_000)).isTrue();
        assertThat(open.covers(2, 4)).isFalse();
    }

    @Provide
    Arbitrary<Days> sets() {
        Arbitrary<Days> span = Combinators.combine(
                        Arbitraries.integers().between(0, HORIZON),
                        Arbitraries.integers().between(0, 12))
                .as((from, length) -> Days.between(from, from + length));
        return span.list().ofMaxSize(5).map(DaysTest::union);
    }

    private static Days union(List<Days> spans) {
        return spans.stream().reduce(Days.NONE, Days::or);
    }

    private static BitSet bits(Days days) {
        BitSet bits = new BitSet();
        for (int day = -5; day < HORIZON + 20; day++) {
            bits.set(day + 5, days.contains(day));
        }
        return bits;
    }
}
