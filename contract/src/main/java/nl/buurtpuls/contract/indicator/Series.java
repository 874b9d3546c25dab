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

    private static final int DIMENSIONS = 64;

    private static final Map<String, Series> BY_NAME = new HashMap<>();
    private static final Map<Integer, Series> BY_CODE = new HashMap<>();
    /** By the places of the measure and of its dimension. */
    private static final Series[][] BY_PLACE = new Series[Measure.values().length][];

    static {
        List<Series> all = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (!measure.kind().isOpen()) {
                Series[] places = new Series[measure.dimensions().size()];
                BY_PLACE[measure.ordinal()] = places;
                for (int place = 0; place < places.length; place++) {
                    int code = measure.ordinal() * DIMENSIONS + place;
                    Series series = new Series(measure, measure.dimensions().get(place), all.size(), code);
                    places[place] = series;
                    all.add(series);
                    BY_NAME.put(series.name(), series);
                    BY_CODE.put(code, series);
                }
            }
        }
        ALL = List.copyOf(all);
    }

    private final Measure measure;
    private final String dimension;
    private final int index;
    private final int code;

    private Series(Measure measure, String dimension, int index, int code) {
        this.measure = measure;
        this.dimension = dimension;
        this.index = index;
        this.code = code;
    }

    /** The series of a measure without dimensions. */
    public static Series of(Measure measure) {
        return at(measure, 0);
    }

    /** The series of a dimension by its place in {@link Measure#dimensions}. */
    public static Series at(Measure measure, int place) {
        return BY_PLACE[measure.ordinal()][place];
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

    /** The series, or {@code null} if there is none: the measure is open, or lacks the dimension. */
    public static @Nullable Series find(Measure measure, String dimension) {
        return BY_NAME.get(measure.id() + "|" + dimension);
    }

    /** The series of a {@link #code}, or {@code null} for one that this version does not know. */
    public static @Nullable Series ofCode(int code) {
        return BY_CODE.get(code);
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

    /** Short name for stores; stable as long as measures, and dimensions of a measure, are added at the end only. */
    public int code() {
        return code;
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
