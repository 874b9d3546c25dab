package nl.buurtpuls.report.alert;

import nl.buurtpuls.contract.indicator.Window;
import org.jspecify.annotations.Nullable;

/** What a rule holds a figure against: a line that is crossed at one value, and left behind at another. */
sealed interface Condition {

    /** The side on which figures are wrong. */
    Direction direction();

    /** The value whose crossing begins an alert. */
    double threshold();

    /** The value that must be passed the other way to end one; {@code null} for the threshold itself. */
    @Nullable
    Double clearAt();

    /** Whether the value begins an alert. */
    default boolean isCrossed(double value) {
        return direction().isBeyond(value, threshold());
    }

    /** Whether the value ends an alert. On {@code clearAt} itself nothing has been passed. */
    default boolean isCleared(double value) {
        Double line = clearAt();
        return line == null ? !isCrossed(value) : direction().opposite().isBeyond(value, line);
    }

    /** The figure itself. */
    record Threshold(
            Direction direction, double threshold, @Nullable Double clearAt) implements Condition {}

    /**
     * How much the figure has changed.
     *
     * @param over how far back it is compared
     * @param threshold in the unit of the figure: 0.05 is five points of a share
     */
    record Change(
            Window over,
            Direction direction,
            double threshold,
            @Nullable Double clearAt) implements Condition {}

    /**
     * The place of the area among those of its level, the worst being 1. Areas with equal figures share the best of their
     * places, as in a ranking.
     *
     * @param worstIs the side on which the worst figures are
     * @param worst how many places are the wrong ones
     * @param lastPlace the last place that does not end an alert; {@code null} for {@code worst}
     */
    record Rank(Direction worstIs, int worst, @Nullable Integer lastPlace) implements Condition {

        private static final double BETWEEN_PLACES = 0.5;

        @Override
        public Direction direction() {
            return Direction.BELOW;
        }

        @Override
        public double threshold() {
            return worst + BETWEEN_PLACES;
        }

        @Override
        public @Nullable Double clearAt() {
            return lastPlace == null ? null : lastPlace + BETWEEN_PLACES;
        }
    }
}
