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

    /** A quotient of two shares; without value if either is undefined, or the second is 0. Only the value is meant. */
    static NaiveFigure quotient(@Nullable Double part, @Nullable Double whole) {
        if (part == null || whole == null) {
            return new NaiveFigure(part == null ? 0 : part, whole, null);
        }
        return ratio(part, whole);
    }

    /** An index; its numerator is the value again, 0 if undefined. Only the value is meant. */
    static NaiveFigure index(@Nullable Double value) {
        return new NaiveFigure(value == null ? 0 : value, null, value);
    }
}
