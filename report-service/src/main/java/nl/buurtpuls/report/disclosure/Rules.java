package nl.buurtpuls.report.disclosure;

/**
 * Rules of disclosure control.
 *
 * @param base counts are published as multiples of it
 * @param smallestDenominator shares, rates and means are published over at least so many
 * @param largestSmallCount a count is shown only where the published numbers prove that it is more
 * @param fewestBuurten an area of fewer buurten is published as the sum of its buurten
 */
public record Rules(int base, int smallestDenominator, int largestSmallCount, int fewestBuurten) {

    /**
     * @throws IllegalArgumentException if a rule would protect nobody
     */
    public Rules {
        require(base >= 3, "base", base, "at least 3");
        require(smallestDenominator >= 10, "smallest-denominator", smallestDenominator, "at least 10");
        require(largestSmallCount >= 1, "largest-small-count", largestSmallCount, "at least 1");
        require(fewestBuurten >= 2, "fewest-buurten", fewestBuurten, "at least 2");
    }

    private static void require(boolean kept, String setting, int value, String rule) {
        if (!kept) {
            throw new IllegalArgumentException(
                    "buurtpuls.disclosure." + setting + " must be " + rule + ", got " + value);
        }
    }

    /** How far the truth can be from a rounded count, either way. */
    int reach() {
        return base - 1;
    }
}
