package nl.buurtpuls.oracle;

import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param numerator a count, or what is divided
 * @param denominator what it is divided by; {@code null} for a plain count
 * @param value the figure; {@code null} where the denominator is 0
 */
public record NaiveFigure(
        double numerator,
        @Nullable Double denominator,
        @Nullable Double value) {

    static NaiveFigure count(double count) {
        return new NaiveFigure(count, null, count);
    }

    static NaiveFigure ratio(double numerator, double denominator) {
        return new NaiveFigure(numerator, denominator, denominator == 0 ? null : numerator / denominator);
    }
}
