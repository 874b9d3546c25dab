package nl.buurtpuls.report.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.report.disclosure.Exactly;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void highestFirstEqualsShareARankAndTheNextRankIsItsPlace() {
        assertThat(ranks(entry("A", 1), entry("B", 3), entry("C", 9.5), entry("D", 3)))
                .containsExactly("1 C", "2 B", "2 D", "4 A");
    }

    @Test
    void equalsStandInOrderOfCode() {
        assertThat(ranks(entry("C", 2), entry("A", 2L), entry("B", 2.0))).containsExactly("1 A", "1 B", "1 C");
    }

    @Test
    void thoseWithoutAValueStandLastWithoutARank() {
        assertThat(ranks(entry("B", null), entry("C", -1), entry("A", null)))
                .containsExactly("1 C", "null A", "null B");
    }

    @Test
    void nothingHasNoRanks() {
        assertThat(ranks()).isEmpty();
    }

    private static Ranking.Entry entry(String code, @Nullable Number value) {
        return new Ranking.Entry(
                new Area(code, "area " + code, Level.BUURT, List.of()), Exactly.point(value, value, null));
    }

    private static List<String> ranks(Ranking.Entry... entries) {
        return Ranking.of(List.of(entries)).stream()
                .map(place -> place.rank() + " " + place.entry().area().code())
                .toList();
    }
}
