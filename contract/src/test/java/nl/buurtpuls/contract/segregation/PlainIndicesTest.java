package nl.buurtpuls.contract.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PlainIndicesTest {

    private static final Offset<Double> TWELVE_DIGITS = within(1e-12);

    /** White and others in three counties, a case with published values. */
    private static final Units PUBLISHED = Units.of(
            new long[] {105_891, 331_836, 149_025}, new long[] {105_891 + 56_419, 331_836 + 206_643, 149_025 + 48_120});

    @Test
    void publishedValuesAreReached() {
        PlainIndices indices = PlainIndices.of(PUBLISHED).orElseThrow();

        assertThat(indices.dissimilarity()).isCloseTo(0.099346749779882, TWELVE_DIGITS);
        assertThat(indices.isolation()).isCloseTo(0.658244869672131, TWELVE_DIGITS);
        assertThat(indices.theil()).isCloseTo(0.0111514471973371, TWELVE_DIGITS);
        assertThat(indices.eta2()).isCloseTo(0.0138454306617205, TWELVE_DIGITS);
        assertThat(indices.atkinson()).isCloseTo(0.0161486825549041, TWELVE_DIGITS);
        assertThat(indices.gini()).isCloseTo(0.116652387629, TWELVE_DIGITS);
        assertThat(indices.interaction()).isCloseTo(1 - 0.658244869672131, TWELVE_DIGITS);
    }

    /** X = Y = 200, T = 400, P = ½; p = 1, 0.6, 0.4, 0. */
    @Test
    void fourUnitsByHand() {
        PlainIndices indices = PlainIndices.of(Units.of(new long[] {100, 60, 40, 0}, new long[] {100, 100, 100, 100}))
                .orElseThrow();
        double entropyOfTheMixed = -(0.6 * Math.log(0.6) + 0.4 * Math.log(0.4));

        assertThat(indices.dissimilarity()).isCloseTo(0.6, TWELVE_DIGITS);
        // Pairs: |1−.6| + |1−.4| + |1−0| + |.6−.4| + |.6−0| + |.4−0| = 3.2; both ways, times 100², over 2·400²·¼.
        assertThat(indices.gini()).isCloseTo(2 * 3.2 * 10_000 / 80_000, TWELVE_DIGITS);
        assertThat(indices.isolation()).isCloseTo((100 + 36 + 16) / 200.0, TWELVE_DIGITS);
        assertThat(indices.interaction()).isCloseTo((24 + 24) / 200.0, TWELVE_DIGITS);
        assertThat(indices.eta2()).isCloseTo((0.76 - 0.5) / 0.5, TWELVE_DIGITS);
        assertThat(indices.theil()).isCloseTo(1 - 200 * entropyOfTheMixed / (400 * Math.log(2)), TWELVE_DIGITS);
        // Σ √((1−p)p)·t = 2·100·√0.24; over P·T = 200 and squared 0.24.
        assertThat(indices.atkinson()).isCloseTo(1 - 0.24, TWELVE_DIGITS);
    }

    @Test
    void anEvenSpreadIsZeroToTheLastBitWhereThatCanBe() {
        PlainIndices indices = PlainIndices.of(Units.of(new long[] {1, 3, 700_001}, new long[] {3, 9, 2_100_003}))
                .orElseThrow();

        assertThat(indices.dissimilarity()).isZero();
        assertThat(indices.gini()).isZero();
        assertThat(indices.theil()).isCloseTo(0, TWELVE_DIGITS);
        assertThat(indices.isolation()).isCloseTo(1 / 3.0, TWELVE_DIGITS);
        assertThat(indices.eta2()).isCloseTo(0, TWELVE_DIGITS);
        assertThat(indices.atkinson()).isCloseTo(0, TWELVE_DIGITS);
    }

    @Test
    void membersAndOthersApartIsOne() {
        PlainIndices indices = PlainIndices.of(Units.of(new long[] {7, 0, 13, 0}, new long[] {7, 100, 13, 2_000_000}))
                .orElseThrow();

        assertThat(indices.dissimilarity()).isEqualTo(1);
        assertThat(indices.gini()).isEqualTo(1);
        assertThat(indices.theil()).isCloseTo(1, TWELVE_DIGITS);
        assertThat(indices.isolation()).isCloseTo(1, TWELVE_DIGITS);
        assertThat(indices.interaction()).isZero();
        assertThat(indices.eta2()).isCloseTo(1, TWELVE_DIGITS);
        assertThat(indices.atkinson()).isEqualTo(1);
    }

    @Test
    void oneUnitIsEven() {
        PlainIndices indices =
                PlainIndices.of(Units.of(new long[] {30}, new long[] {100})).orElseThrow();

        assertThat(indices.dissimilarity()).isZero();
        assertThat(indices.gini()).isZero();
        assertThat(indices.isolation()).isCloseTo(0.3, TWELVE_DIGITS);
    }

    @Test
    void withoutMembersOrWithoutOthersNothingIsDefined() {
        assertThat(PlainIndices.of(Units.of(new long[] {0, 0}, new long[] {10, 20})))
                .isEmpty();
        assertThat(PlainIndices.of(Units.of(new long[] {10, 20}, new long[] {10, 20})))
                .isEmpty();
        assertThat(PlainIndices.of(Units.of(new long[] {0, 0}, new long[] {0, 0})))
                .isEmpty();
        assertThat(PlainIndices.of(Units.of(new long[0], new long[0]))).isEmpty();
    }

    /** The country has some 14,500 buurten; the best of the runs tells what it takes, whatever else the machine does. */
    @Test
    void theCountryTakesLessThanFiftyMilliseconds() {
        Random random = new Random(14_500);
        long[] totals = random.longs(14_500, 0, 3_000).toArray();
        long[] members = Arrays.stream(totals)
                .map(total -> total == 0 ? 0 : random.nextLong(total + 1))
                .toArray();
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 20; run++) {
            long start = System.nanoTime();
            PlainIndices.of(Units.of(members, totals)).orElseThrow();
            best = Math.min(best, System.nanoTime() - start);
        }

        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(50));
    }
}
