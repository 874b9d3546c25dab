package nl.buurtpuls.report.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final Terrain UNKNOWN_GROUND = new Terrain() {
        @Override
        public OptionalDouble landArea(String code) {
            return OptionalDouble.empty();
        }

        @Override
        public Set<String> neighbours(String code) {
            return Set.of();
        }
    };

    /** Four buurten in a square: A B over C D; those that share a side are neighbours. */
    private static final Terrain SQUARE = new Terrain() {
        private final Map<String, Double> areas = Map.of("A", 1.0, "B", 1.0, "C", 2.0, "D", 4.0);
        private final Map<String, Set<String>> neighbours =
                Map.of("A", Set.of("B", "C"), "B", Set.of("A", "D", "X"), "C", Set.of("A", "D"), "D", Set.of("B", "C"));

        @Override
        public OptionalDouble landArea(String code) {
            return OptionalDouble.of(areas.get(code));
        }

        @Override
        public Set<String> neighbours(String code) {
            return neighbours.get(code);
        }
    };

    private static final Layout LAYOUT = Layout.of(List.of("A", "B", "C", "D"), SQUARE);
    private static final long[] HUNDREDS = {100, 100, 100, 100};

    @Test
    void deltaComparesMembersWithLand() {
        // Members ½, ½, 0, 0 of all; land 1/8, 1/8, 1/4, 1/2.
        assertThat(LAYOUT.delta(new long[] {50, 50, 0, 0}, HUNDREDS)).hasValue(0.75);
        assertThat(LAYOUT.delta(new long[] {10, 10, 20, 40}, HUNDREDS)).hasValue(0);
    }

    @Test
    void landWithoutPersonsIsLeftOut() {
        assertThat(LAYOUT.delta(new long[] {10, 10, 20, 0}, new long[] {100, 100, 100, 0}))
                .hasValue(0);
    }

    @Test
    void deltaNeedsAllLandAreasAndAMember() {
        Terrain partly = new Terrain() {
            @Override
            public OptionalDouble landArea(String code) {
                return code.equals("D") ? OptionalDouble.empty() : OptionalDouble.of(1);
            }

            @Override
            public Set<String> neighbours(String code) {
                return Set.of();
            }
        };

        assertThat(Layout.of(List.of("A", "D"), partly).delta(new long[] {1, 1}, new long[] {2, 2}))
                .isEmpty();
        assertThat(LAYOUT.delta(new long[4], HUNDREDS)).isEmpty();
    }

    @Test
    void aChequerboardContrastsMoreThanTwoHalves() {
        long[] chequerboard = {100, 0, 0, 100};
        long[] halves = {100, 100, 0, 0};

        assertThat(LAYOUT.contrastOfNeighbours(chequerboard, HUNDREDS)).hasValue(1);
        // A–C and B–D differ, A–B and C–D do not.
        assertThat(LAYOUT.contrastOfNeighbours(halves, HUNDREDS)).hasValue(0.5);
    }

    @Test
    void contrastIsTheMeanDifferenceOfShares() {
        // A–B 0.1, A–C 0.2, B–D 0.6, C–D 0.5.
        assertThat(LAYOUT.contrastOfNeighbours(new long[] {10, 20, 30, 80}, HUNDREDS)
                        .orElseThrow())
                .isCloseTo(1.4 / 4, within(1e-12));
    }

    @Test
    void bordersOfUnitsWithoutPersonsDoNotCount() {
        assertThat(LAYOUT.contrastOfNeighbours(new long[] {100, 0, 0, 0}, new long[] {100, 100, 0, 0}))
                .hasValue(1);
        assertThat(LAYOUT.contrastOfNeighbours(new long[] {100, 0, 0, 0}, new long[] {100, 0, 0, 100}))
                .isEmpty();
    }

    @Test
    void whoKnowsNoGroundHasNeither() {
        Layout unknown = Layout.of(List.of("A", "B"), UNKNOWN_GROUND);

        assertThat(unknown.delta(new long[] {1, 2}, new long[] {5, 5})).isEmpty();
        assertThat(unknown.contrastOfNeighbours(new long[] {1, 2}, new long[] {5, 5}))
                .isEmpty();
    }

    @Test
    void morrillTakesTheContrastOffTheDissimilarity() {
        long[] counts = TwoGroupIndices.counts(new long[] {100, 100, 0, 0}, HUNDREDS);

        assertThat(new TwoGroupIndices(LAYOUT).of(counts))
                .containsEntry(Index.DISSIMILARITY, 1.0)
                .containsEntry(Index.ADJUSTED_DISSIMILARITY, 0.5);
    }
}
