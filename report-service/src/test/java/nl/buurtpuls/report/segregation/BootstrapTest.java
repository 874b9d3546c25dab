package nl.buurtpuls.report.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

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

    private static final TwoGroupIndices GROUP = new TwoGroupIndices(Layout.of(units(57), UNKNOWN_GROUND));

    private static List<String> units(int count) {
        return IntStream.range(0, count).mapToObj(unit -> "BU0917" + unit).toList();
    }

    private static Map<Index, Estimate> estimates(long[] counts, String... asked) {
        return new Bootstrap(500).estimates(counts, GROUP::of, Bootstrap.chanceOf(asked));
    }

    /** Units of {@code persons} each, every person a member by chance alone. */
    private static long[] byChance(int units, int persons, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] counts = new long[2 * units];
        for (int unit = 0; unit < units; unit++) {
            counts[2 * unit] = Binomial.draw(random, persons, share);
            counts[2 * unit + 1] = persons - counts[2 * unit];
        }
        return counts;
    }

    @Test
    void askingTwiceGivesTheSameAnswer() {
        long[] counts = byChance(57, 300, 0.08, 1);

        assertThat(estimates(counts, "GM0917", "2024-01-01")).isEqualTo(estimates(counts, "GM0917", "2024-01-01"));
        assertThat(estimates(counts, "GM0917", "2024-01-01")).isNotEqualTo(estimates(counts, "GM0917", "2024-01-02"));
    }

    @Test
    void correctionTakesOffMostOfWhatChanceAlonePutsOn() {
        double raw = 0;
        double corrected = 0;
        for (int world = 0; world < 20; world++) {
            Estimate theil = Objects.requireNonNull(
                    estimates(byChance(57, 100, 0.1, world), "world " + world).get(Index.THEIL));
            raw += Objects.requireNonNull(theil.value()) / 20;
            corrected += Objects.requireNonNull(theil.corrected()) / 20;
        }

        // The truth is 0: members are spread by chance.
        assertThat(raw).isGreaterThan(0.01);
        assertThat(Math.abs(corrected)).isLessThan(raw / 5);
    }

    /** Shares of the units from 4% to 20%; the truth is the index of those shares. */
    @Test
    void theIntervalHoldsTheTruthNineteenTimesInTwenty() {
        long[] truth = new long[2 * 20];
        for (int unit = 0; unit < 20; unit++) {
            truth[2 * unit] = 4 + 16 * unit / 19;
            truth[2 * unit + 1] = 100 - truth[2 * unit];
        }
        TwoGroupIndices group = new TwoGroupIndices(Layout.of(units(20), UNKNOWN_GROUND));
        Map<Index, Double> trueIndices = group.of(truth);
        long[] many = Arrays.stream(truth).map(persons -> persons * 10).toArray();
        int worlds = 400;
        for (Index index : List.of(Index.THEIL, Index.ISOLATION, Index.GINI)) {
            SplittableRandom chance = new SplittableRandom(11);
            int held = 0;
            for (int world = 0; world < worlds; world++) {
                long[] counts = Bootstrap.resample(many, chance);
                Estimate estimate = Objects.requireNonNull(
                        new Bootstrap(200).estimates(counts, group::of, chance).get(index));
                double sought = Objects.requireNonNull(trueIndices.get(index));
                held += Objects.requireNonNull(estimate.low()) <= sought
                                && sought <= Objects.requireNonNull(estimate.high())
                        ? 1
                        : 0;
            }
            assertThat((double) held / worlds).as(index.code()).isBetween(0.90, 0.99);
        }
    }

    @Test
    void theCorrectedValueLiesInTheInterval() {
        assertThat(estimates(byChance(57, 300, 0.08, 3), "").values()).allSatisfy(estimate -> {
            assertThat(estimate.low()).isLessThan(estimate.corrected());
            assertThat(estimate.corrected()).isLessThan(estimate.high());
        });
    }

    @Test
    void aHandfulOfMembersHasAValueButNoInterval() {
        long[] counts = byChance(57, 300, 0, 4);
        counts[0] = 2;

        Estimate dissimilarity = Objects.requireNonNull(estimates(counts, "").get(Index.DISSIMILARITY));

        assertThat(dissimilarity.value()).isPositive();
        assertThat(dissimilarity.corrected()).isNull();
        assertThat(dissimilarity.low()).isNull();
        assertThat(dissimilarity.high()).isNull();
    }

    @Test
    void whatIsUndefinedHasNoEstimate() {
        assertThat(estimates(byChance(57, 300, 0, 5), "")).isEmpty();
        assertThat(estimates(new long[0], "")).isEmpty();
    }

    @Test
    void aReplicateHasAsManyPersonsAndNobodyWhereNobodyWas() {
        Random random = new Random(6);
        SplittableRandom chance = new SplittableRandom(6);
        for (int world = 0; world < 200; world++) {
            long[] counts =
                    random.longs(40, -500, 1_000).map(n -> Math.max(0, n)).toArray();
            long[] drawn = Bootstrap.resample(counts, chance);

            assertThat(Arrays.stream(drawn).sum())
                    .isEqualTo(Arrays.stream(counts).sum());
            for (int cell = 0; cell < counts.length; cell++) {
                assertThat(drawn[cell]).isGreaterThanOrEqualTo(0);
                assertThat(counts[cell] > 0 || drawn[cell] == 0).isTrue();
            }
        }
    }

    @Test
    void eachCellOfReplicatesHasItsCountOnAverage() {
        long[] counts = {1, 20, 300, 0, 4_000, 7};
        SplittableRandom chance = new SplittableRandom(7);
        double[] mean = new double[counts.length];
        for (int replicate = 0; replicate < 20_000; replicate++) {
            long[] drawn = Bootstrap.resample(counts, chance);
            for (int cell = 0; cell < counts.length; cell++) {
                mean[cell] += drawn[cell] / 20_000.0;
            }
        }

        for (int cell = 0; cell < counts.length; cell++) {
            assertThat(mean[cell]).isCloseTo(counts[cell], within(5 * Math.sqrt(counts[cell] / 20_000.0)));
        }
    }

    @Test
    void quantilesAreLinearBetweenValues() {
        double[] values = {1, 2, 4, 8, 16};

        assertThat(Bootstrap.quantile(values, 0)).isEqualTo(1);
        assertThat(Bootstrap.quantile(values, 0.25)).isEqualTo(2);
        assertThat(Bootstrap.quantile(values, 0.625)).isEqualTo(6);
        assertThat(Bootstrap.quantile(values, 1)).isEqualTo(16);
    }
}
