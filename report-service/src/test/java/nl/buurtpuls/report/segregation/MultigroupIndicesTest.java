package nl.buurtpuls.report.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import nl.buurtpuls.contract.segregation.PlainIndices;
import nl.buurtpuls.contract.segregation.Units;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MultigroupIndicesTest {

    private static final Offset<Double> TWELVE_DIGITS = within(1e-12);

    /** Two wijken of two buurten each. */
    private static final List<String> BUURTEN = List.of("BU09171000", "BU09171001", "BU09171100", "BU09171101");

    private static double value(Map<Index, Double> indices, Index index) {
        return Objects.requireNonNull(indices.get(index), index.code());
    }

    @Test
    void withTwoGroupsTheyAreThoseOfTwoGroups() {
        long[] white = {105_891, 331_836, 149_025};
        long[] others = {56_419, 206_643, 48_120};
        long[] counts = new long[6];
        long[] totals = new long[3];
        for (int unit = 0; unit < 3; unit++) {
            counts[2 * unit] = white[unit];
            counts[2 * unit + 1] = others[unit];
            totals[unit] = white[unit] + others[unit];
        }
        PlainIndices plain = PlainIndices.of(Units.of(white, totals)).orElseThrow();

        Map<Index, Double> many = MultigroupIndices.over(List.of("WK091710", "WK091711", "WK091712"), 2)
                .of(counts);

        assertThat(value(many, Index.MULTIGROUP_THEIL)).isCloseTo(plain.theil(), TWELVE_DIGITS);
        assertThat(value(many, Index.MULTIGROUP_DISSIMILARITY)).isCloseTo(plain.dissimilarity(), TWELVE_DIGITS);
        assertThat(value(many, Index.MULTIGROUP_THEIL)).isCloseTo(0.0111514471973371, TWELVE_DIGITS);
    }

    /** Three groups of 100 in three buurten: the first alone, the other two mixed. */
    @Test
    void threeGroupsByHand() {
        Map<Index, Double> indices =
                MultigroupIndices.over(BUURTEN.subList(0, 3), 3).of(new long[] {100, 0, 0, 0, 50, 50, 0, 50, 50});

        // E = ln 3; left in the units: 2/3 · ln 2.
        assertThat(value(indices, Index.MUTUAL_INFORMATION))
                .isCloseTo(Math.log(3) - 2 / 3.0 * Math.log(2), TWELVE_DIGITS);
        assertThat(value(indices, Index.MULTIGROUP_THEIL))
                .isCloseTo(1 - 2 / 3.0 * Math.log(2) / Math.log(3), TWELVE_DIGITS);
        // ΣΣ t|πᵤ − π|: 100·(2/3 + 1/3 + 1/3) of the first buurt and 100·(1/3 + 1/6 + 1/6) of each other one, over
        // 2·300·Σ π(1−π) with three π of 1/3.
        assertThat(value(indices, Index.MULTIGROUP_DISSIMILARITY))
                .isCloseTo((100 * 4 / 3.0 + 2 * 100 * 2 / 3.0) / (2 * 300 * 2 / 3.0), TWELVE_DIGITS);
        // The wijken: 200 of whom 100, 50, 50; 100 of whom 0, 50, 50.
        assertThat(value(indices, Index.BETWEEN))
                .isCloseTo(
                        2 / 3.0 * (0.5 * Math.log(1.5) + 0.5 * Math.log(0.75)) + 1 / 3.0 * Math.log(1.5),
                        TWELVE_DIGITS);
    }

    @Test
    void groupsApartAreOneAndTheirEntropy() {
        Map<Index, Double> indices =
                MultigroupIndices.over(BUURTEN, 4).of(new long[] {5, 0, 0, 0, 0, 5, 0, 0, 0, 0, 5, 0, 0, 0, 0, 5});

        assertThat(value(indices, Index.MUTUAL_INFORMATION)).isCloseTo(Math.log(4), TWELVE_DIGITS);
        assertThat(value(indices, Index.MULTIGROUP_THEIL)).isCloseTo(1, TWELVE_DIGITS);
        assertThat(value(indices, Index.MULTIGROUP_DISSIMILARITY)).isCloseTo(1, TWELVE_DIGITS);
        assertThat(value(indices, Index.BETWEEN)).isCloseTo(Math.log(2), TWELVE_DIGITS);
        assertThat(value(indices, Index.WITHIN)).isCloseTo(Math.log(2), TWELVE_DIGITS);
    }

    @Test
    void withinIsTheMeanOfTheWijkenByPersons() {
        Random random = new Random(8);
        for (int world = 0; world < 200; world++) {
            long[] counts = random.longs(4 * 5, 0, 40).toArray();
            counts[0]++;
            counts[19]++;
            Map<Index, Double> all = MultigroupIndices.over(BUURTEN, 5).of(counts);
            long[] one = Arrays.copyOfRange(counts, 0, 10);
            long[] other = Arrays.copyOfRange(counts, 10, 20);
            double ofOne = CrossTable.of(5, one).mutualInformation()
                    * Arrays.stream(one).sum();
            double ofOther = CrossTable.of(5, other).mutualInformation()
                    * Arrays.stream(other).sum();

            assertThat(value(all, Index.WITHIN))
                    .isCloseTo((ofOne + ofOther) / Arrays.stream(counts).sum(), TWELVE_DIGITS);
            assertThat(value(all, Index.BETWEEN) + value(all, Index.WITHIN))
                    .isCloseTo(value(all, Index.MUTUAL_INFORMATION), TWELVE_DIGITS);
        }
    }

    @Test
    void allLieInTheirBoundsAndDoNotDependOnScaleOrOrder() {
        Random random = new Random(9);
        for (int world = 0; world < 500; world++) {
            long[] counts =
                    random.longs(4 * 5, -20, 30).map(n -> Math.max(0, n)).toArray();
            Map<Index, Double> indices = MultigroupIndices.over(BUURTEN, 5).of(counts);
            if (indices.isEmpty()) {
                continue;
            }
            assertThat(value(indices, Index.MUTUAL_INFORMATION)).isBetween(0.0, Math.log(4) + 1e-12);
            assertThat(value(indices, Index.MULTIGROUP_THEIL)).isBetween(0.0, 1.0);
            assertThat(value(indices, Index.MULTIGROUP_DISSIMILARITY)).isBetween(0.0, 1.0);
            assertThat(value(indices, Index.BETWEEN)).isBetween(0.0, value(indices, Index.MUTUAL_INFORMATION));

            long[] tripled = Arrays.stream(counts).map(n -> 3 * n).toArray();
            // The wijken change places, and the buurten in them.
            long[] turned = new long[20];
            for (int cell = 0; cell < 20; cell++) {
                turned[(3 - cell / 5) * 5 + (4 - cell % 5)] = counts[cell];
            }
            for (long[] same : List.of(tripled, turned)) {
                Map<Index, Double> again = MultigroupIndices.over(BUURTEN, 5).of(same);
                indices.forEach((index, value) ->
                        assertThat(value(again, index)).as(index.code()).isCloseTo(value, TWELVE_DIGITS));
            }
        }
    }

    @Test
    void oneGroupAloneHasNone() {
        assertThat(MultigroupIndices.over(BUURTEN, 2).of(new long[] {5, 0, 5, 0, 5, 0, 5, 0}))
                .isEmpty();
        assertThat(MultigroupIndices.over(BUURTEN, 2).of(new long[8])).isEmpty();
        assertThat(MultigroupIndices.over(List.of(), 2).of(new long[0])).isEmpty();
    }

    @Test
    void wijkenAsUnitsHaveNothingWithin() {
        Map<Index, Double> indices =
                MultigroupIndices.over(List.of("WK091710", "WK091711"), 2).of(new long[] {10, 20, 30, 5});

        assertThat(value(indices, Index.WITHIN)).isZero();
        assertThat(value(indices, Index.BETWEEN)).isEqualTo(value(indices, Index.MUTUAL_INFORMATION));
    }
}
