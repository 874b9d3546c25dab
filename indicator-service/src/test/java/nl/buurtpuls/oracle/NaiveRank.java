package nl.buurtpuls.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a ranking.
 *
 * @param rank one more than the number of areas with a higher value; {@code null} without a value
 * @param area code
 */
public record NaiveRank(
        @Nullable Integer rank, String area, @Nullable Double value) {

    /** The ranking of these areas: highest first, without a value last, ties in order of code. */
    public static List<NaiveRank> of(Map<String, NaiveFigure> figures) {
        List<NaiveRank> ranking = new ArrayList<>();
        figures.forEach((area, figure) -> ranking.add(new NaiveRank(rank(figure, figures), area, figure.value())));
        ranking.sort(
                Comparator.<NaiveRank>comparingInt(place -> place.rank() == null ? Integer.MAX_VALUE : place.rank())
                        .thenComparing(NaiveRank::area));
        return ranking;
    }

    private static @Nullable Integer rank(NaiveFigure figure, Map<String, NaiveFigure> figures) {
        Double value = figure.value();
        if (value == null) {
            return null;
        }
        int higher = 0;
        for (NaiveFigure other : figures.values()) {
            if (other.value() != null && other.value() > value) {
                higher++;
            }
        }
        return higher + 1;
    }
}
