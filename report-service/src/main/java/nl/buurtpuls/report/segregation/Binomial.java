package nl.buurtpuls.report.segregation;

import java.util.random.RandomGenerator;

/** Draws from binomial distributions, exactly, in a time that does not grow with the number of trials. */
final class Binomial {

    /** Below this mean, going through the outcomes one by one is faster, and rejection has no hat to draw from. */
    private static final double SMALL_MEAN = 10;

    private static final int TABLE_SIZE = 1024;
    private static final double[] LOG_FACTORIALS = logFactorials();

    private Binomial() {}

    /** How many of {@code trials} succeed if each does with {@code probability}. */
    static long draw(RandomGenerator random, long trials, double probability) {
        if (trials == 0 || probability <= 0) {
            return 0;
        }
        if (probability >= 1) {
            return trials;
        }
        if (probability > 0.5) {
            return trials - draw(random, trials, 1 - probability);
        }
        return trials * probability < SMALL_MEAN
                ? byInversion(random, trials, probability)
                : byRejection(random, trials, probability);
    }

    private static long byInversion(RandomGenerator random, long trials, double probability) {
        double odds = probability / (1 - probability);
        double chance = Math.exp(trials * Math.log1p(-probability));
        double left = random.nextDouble();
        long successes = 0;
        while (left > chance && successes < trials) {
            left -= chance;
            successes++;
            chance *= odds * (trials - successes + 1) / successes;
        }
        return successes;
    }

    /** Transformed rejection: Hörmann (1993), "The generation of binomial random variates", algorithm BTRS. */
    private static long byRejection(RandomGenerator random, long trials, double probability) {
        double spread = Math.sqrt(trials * probability * (1 - probability));
        double b = 1.15 + 2.53 * spread;
        double a = -0.0873 + 0.0248 * b + 0.01 * probability;
        double centre = trials * probability + 0.5;
        double alpha = (2.83 + 5.1 / b) * spread;
        double surelyIn = 0.92 - 4.2 / b;
        long mode = (long) ((trials + 1) * probability);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double tail = 0.5 - Math.abs(u);
            long successes = (long) Math.floor((2 * a / tail + b) * u + centre);
            if (tail >= 0.07 && v <= surelyIn) {
                return successes;
            }
            if (successes < 0 || successes > trials) {
                continue;
            }
            // Seldom reached, so that its logarithms are not worth keeping.
            double chance = logWeight(successes, trials, probability) - logWeight(mode, trials, probability);
            if (Math.log(v * alpha / (a / (tail * tail) + b)) <= chance) {
                return successes;
            }
        }
    }

    /** Logarithm of the chance of an outcome, less what is the same for all. */
    private static double logWeight(long successes, long trials, double probability) {
        return successes * Math.log(probability / (1 - probability))
                - logFactorial(successes)
                - logFactorial(trials - successes);
    }

    /** ln n!, by Stirling's series beyond the table: there the next term is below 1e-18. */
    static double logFactorial(long n) {
        if (n < TABLE_SIZE) {
            return LOG_FACTORIALS[(int) n];
        }
        double x = n;
        return (x + 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x * x * x);
    }

    private static double[] logFactorials() {
        double[] table = new double[TABLE_SIZE];
        for (int n = 2; n < TABLE_SIZE; n++) {
            table[n] = table[n - 1] + Math.log(n);
        }
        return table;
    }
}
