package nl.buurtpuls.contract.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger of an area: a stock or flow in one dimension. There is a fixed number of them, so that sums
 * can stand in an array.
 */
public final class Series {

    /** All of them; a series stands at its {@link #index}. */
    public static final List<Series> ALL;

    private static final Map<String, Series> BY_NAME = new HashMap<>();

    static {
        List<Series> all = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (measure.kind() != Measure.Kind.PLANE) {
                for (String dimension : measure.dimensions()) {
                    Series series = new Series(measure, dimension, all.size());
                    all.add(series);
                    BY_NAME.put(series.name(), series);
                }
            }
        }
        ALL = List.copyOf(all);
    }

    private final Measure measure;
    private final String dimension;
    private final int index;

    private Series(Measure measure, String dimension, int index) {
        this.measure = measure;
        this.dimension = dimension;
        this.index = index;
    }

    public static Series of(Measure measure) {
        return of(measure, Measure.TOTAL);
    }

    /**
     * @throws IllegalArgumentException if the measure has no such dimension
     */
    public static Series of(Measure measure, String dimension) {
        Series series = find(measure, dimension);
        if (series == null) {
            throw new IllegalArgumentException(measure.id() + " has no dimension " + dimension);
        }
        return series;
    }

    /** The series, or {@code null} if there is none: the measure is two-dimensional, or lacks the dimension. */
    public static @Nullable Series find(Measure measure, String dimension) {
        return BY_NAME.get(measure.id() + "|" + dimension);
    }

    public Measure measure() {
        return measure;
    }

    public String dimension() {
        return dimension;
    }

    /** Place in {@link #ALL}; not stable between versions. */
    public int index() {
        return index;
    }

    /** {@code measure|dimension}, as in the ledger's keys; stable. */
    public String name() {
        return measure.id() + "|" + dimension;
    }

    @Override
    public String toString() {
        return name();
    }
}
