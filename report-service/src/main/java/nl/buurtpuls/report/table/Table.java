package nl.buurtpuls.report.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import org.jspecify.annotations.Nullable;

/**
 * Rows under named columns.
 *
 * <p>A column's name is stable and in English; where all its values are in one unit, that stands behind it in square
 * brackets: {@code value [persons]}. Where rows differ in unit there is a column {@code unit}. Figures of a date have a
 * column {@code date}, also where all rows are of one: a row can stand alone.
 *
 * @param columns names, none twice
 * @param rows values, as many as there are columns; {@code null} where there is none
 */
public record Table(List<String> columns, List<List<@Nullable Object>> rows) {

    /** Names of the columns of a figure; {@link #rowAndFigure} gives the values. */
    private static final List<String> POINT = List.of("value", "numerator", "denominator", "suppressed");

    /**
     * Checks that the table has no ragged edge.
     *
     * @throws IllegalArgumentException if a row has more or fewer values than there are columns
     */
    public Table {
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row of " + row.size() + " values under " + columns);
            }
        }
    }

    /** The name of a column whose values are all in one unit. */
    public static String in(String name, String unit) {
        return name + " [" + unit + "]";
    }

    /** Column names, then those of a figure in a unit. */
    public static List<String> columnsAndFigureIn(String unit, String... names) {
        List<String> columns = columnsAndFigure(names);
        columns.replaceAll(name -> name.equals(POINT.get(0)) ? in(name, unit) : name);
        return columns;
    }

    /** Column names, then those of figures that differ in unit. */
    public static List<String> columnsAndFigure(String... names) {
        List<String> columns = new ArrayList<>(Arrays.asList(names));
        columns.addAll(POINT);
        return columns;
    }

    /** A row. */
    public static List<@Nullable Object> row(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** A row that ends with a figure. */
    public static List<@Nullable Object> rowAndFigure(PublishedPoint point, @Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(values));
        row.addAll(Arrays.asList(point.value(), point.numerator(), point.denominator(), point.isSuppressed()));
        return row;
    }
}
