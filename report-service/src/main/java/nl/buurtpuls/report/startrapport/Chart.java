package nl.buurtpuls.report.startrapport;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A drawing of figures that are also told in words and numbers.
 *
 * @param id stable, as in a link to it
 * @param kind how it is drawn
 * @param description what it shows, in one sentence
 * @param columns names of the label and of each cell
 * @param rows in order
 * @param href the call that gives its figures
 */
public record Chart(
        String id, Kind kind, String title, String description, List<String> columns, List<Row> rows, String href) {

    /** How a chart is drawn. */
    public enum Kind {
        /** A bar for each row. */
        BARS,
        /** A column for each cell, in groups of a row. */
        COLUMNS,
        /** One bar, in which each row is a part. */
        PARTS;

        /** As it stands in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What belongs to one label. */
    public record Row(String code, String label, List<Cell> cells) {}

    /**
     * One value.
     *
     * @param value {@code null} if undefined or suppressed
     * @param text as it is read, or that there is none
     * @param href the call that gives this one; {@code null} where that of the chart does
     */
    public record Cell(
            @Nullable Number value,
            @Nullable Number numerator,
            @Nullable Number denominator,
            boolean suppressed,
            String text,
            @Nullable String href) {}

    /** Whether it is drawn so; by name, as templates ask. */
    public boolean drawnAs(String name) {
        return kind.name().equals(name);
    }

    /** The largest value, 0 if there is none. */
    double highest() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .mapToDouble(Chart::number)
                .max()
                .orElse(0);
    }

    /** The value of a cell, 0 if there is none. */
    static double number(Cell cell) {
        Number value = cell.value();
        return value == null ? 0 : Math.max(0, value.doubleValue());
    }
}
