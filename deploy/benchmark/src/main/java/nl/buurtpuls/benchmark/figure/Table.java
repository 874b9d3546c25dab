package nl.buurtpuls.benchmark.figure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures under headings, in columns: what it is, the number, its unit. Numbers are written the same in every locale. */
public final class Table {
    private static final String GAP = "  ";
    private static final String UNDEFINED = "-";

    private final List<Line> lines = new ArrayList<>();

    private sealed interface Line {
        record Heading(String text) implements Line {}

        record Row(String figure, String value, String unit) implements Line {}
    }

    public Table heading(String text) {
        lines.add(new Line.Heading(text));
        return this;
    }

    /** A whole number. */
    public Table count(String figure, long value, String unit) {
        return text(figure, String.format(Locale.ROOT, "%,d", value), unit);
    }

    /** A number with so many digits behind the point; {@code -} if it is none, such as a part of nothing. */
    public Table number(String figure, double value, int digits, String unit) {
        String text = Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + digits + "f", value) : UNDEFINED;
        return text(figure, text, unit);
    }

    public Table seconds(String figure, Duration value) {
        return number(figure, value.toNanos() / 1e9, 2, "s");
    }

    public Table millis(String figure, Duration value) {
        return number(figure, value.toNanos() / 1e6, 1, "ms");
    }

    public Table mebibytes(String figure, long bytes) {
        return number(figure, bytes / (double) (1L << 20), 1, "MiB");
    }

    public Table text(String figure, String value, String unit) {
        lines.add(new Line.Row(figure, value, unit));
        return this;
    }

    /** The lines without an end of line: a blank one before each heading but the first. */
    public List<String> lines() {
        int figures = width(lines, true);
        int values = width(lines, false);
        List<String> text = new ArrayList<>();
        for (Line line : lines) {
            if (line instanceof Line.Heading heading) {
                if (!text.isEmpty()) {
                    text.add("");
                }
                text.add(heading.text());
            } else if (line instanceof Line.Row row) {
                text.add((GAP
                                + row.figure()
                                + " ".repeat(figures - row.figure().length())
                                + GAP
                                + " ".repeat(values - row.value().length())
                                + row.value()
                                + GAP
                                + row.unit())
                        .stripTrailing());
            }
        }
        return text;
    }

    private static int width(List<Line> lines, boolean ofFigure) {
        return lines.stream()
                .filter(Line.Row.class::isInstance)
                .map(Line.Row.class::cast)
                .mapToInt(row -> (ofFigure ? row.figure() : row.value()).length())
                .max()
                .orElse(0);
    }
}
