package nl.buurtpuls.report.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {

    private static final int DRAWS = 1_000_000;

    /** Below and above the mean from which rejection takes over, on both sides of ½, and far from it. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.3",
        "12, 0.5",
        "40, 0.2",
        "40, 0.24",
        "40, 0.26",
        "60, 0.5",
        "60, 0.9",
        "1000, 0.004",
        "1000, 0.37"
    })
    void eachOutcomeComesAsOftenAsItsChance(int trials, double probability) {
        RandomGenerator random = new SplittableRandom(trials);
        int[] seen = new int[trials + 1];
        for (int i = 0; i < DRAWS; i++) {
            seen[(int) Binomial.draw(random, trials, probability)]++;
        }

        double chance = Math.pow(1 - probability, trials);
        double chiSquare = 0;
        double rare = 0;
        int seenRare = 0;
        int outcomes = 0;
        for (int outcome = 0; outcome <= trials; outcome++) {
            double expected = DRAWS * chance;
            if (expected < 10) {
                rare += expected;
                seenRare += seen[outcome];
            } else {
                chiSquare += (seen[outcome] - expected) * (seen[outcome] - expected) / expected;
                outcomes++;
            }
            chance *= (double) (trials - outcome) / (outcome + 1) * probability / (1 - probability);
        }
        // Five standard deviations each; χ² of so many outcomes has that mean and twice it as its variance.
        assertThat(chiSquare).isLessThan(outcomes + 5 * Math.sqrt(2.0 * outcomes));
        assertThat((double) seenRare).isCloseTo(rare, within(5 * Math.sqrt(rare) + 1e-6));
    }

    @Test
    void ofMillionsOfTrialsMeanAndSpreadAreRight() {
        RandomGenerator random = new SplittableRandom(1);
        long trials = 13_000_000;
        double probability = 0.05;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double off = Binomial.draw(random, trials, probability) - trials * probability;
            sum += off;
            squares += off * off;
        }
        double variance = trials * probability * (1 - probability);

        assertThat(sum / DRAWS).isCloseTo(0, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS / variance).isCloseTo(1, within(5 * Math.sqrt(2.0 / DRAWS)));
    }

    @Test
    void whatIsCertainIsNotLeftToChance() {
        RandomGenerator random = new SplittableRandom(2);

        assertThat(Binomial.draw(random, 7, 0)).isZero();
        assertThat(Binomial.draw(random, 7, 1)).isEqualTo(7);
        assertThat(Binomial.draw(random, 0, 0.4)).isZero();
    }

    @Test
    void logFactorialsGoOnWhereTheTableEnds() {
        double sum = 0;
        for (int n = 2; n <= 5_000; n++) {
            sum += Math.log(n);
            assertThat(Binomial.logFactorial(n)).as("ln %d!", n).isCloseTo(sum, within(1e-9));
        }
    }
}
