package nl.buurtpuls.report.startrapport;

import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;

/** Where the shapes of a chart stand, in units of its view box. */
@TemplateExtension
public final class Drawing {

    private static final double WIDTH = 640;
    private static final double COLUMNS_HEIGHT = 170;
    private static final double COLUMNS_TOP = 14;
    /** Room for the numbers of the axis. */
    private static final double COLUMNS_LEFT = 52;
    /** Part of a group's room that its columns take. */
    private static final double FILLED = 0.72;

    private Drawing() {}

    /** Each at least 3 : 1 against white (WCAG 2.2, 1.4.11). */
    private static final List<String> COLOURS = List.of("#14507f", "#b8690a", "#4b8dbd", "#6c7780", "#8a6fa8");

    /** A rectangle. */
    public record Box(double x, double y, double width, double height, String fill) {}

    /** A word on the drawing. */
    public record Word(double x, double y, String text) {}

    /** A line of the grid, with its number. */
    public record Line(double y, String text) {}

    /** Groups of columns. */
    public record Columns(List<Box> boxes, List<Word> words, List<Line> lines) {}

    /** What the cells of a row are, in their order. */
    static List<String> series(Chart chart) {
        return chart.columns().subList(1, chart.columns().size());
    }

    /** The width of a row's bar, of a hundred. */
    static double barWidth(Chart chart, Chart.Row row) {
        double highest = chart.highest();
        return highest == 0 ? 0 : rounded(100 * Chart.number(row.cells().get(0)) / highest);
    }

    /** The parts of one bar, side by side. */
    static List<Box> parts(Chart chart) {
        double all = chart.rows().stream()
                .mapToDouble(row -> Chart.number(row.cells().get(0)))
                .sum();
        List<Box> boxes = new ArrayList<>();
        double x = 0;
        for (int i = 0; i < chart.rows().size() && all > 0; i++) {
            double width = WIDTH * Chart.number(chart.rows().get(i).cells().get(0)) / all;
            // A hair of white between two parts, so that they are told apart without colour.
            boxes.add(new Box(rounded(x), 0, rounded(Math.max(0, width - 2)), 30, colour(i)));
            x += width;
        }
        return boxes;
    }

    /** The columns of each row, over its label. */
    static Columns columns(Chart chart, Wording wording) {
        double step = step(chart.highest());
        double top = Math.max(step, Math.ceil(chart.highest() / step) * step);
        double scale = (COLUMNS_HEIGHT - COLUMNS_TOP) / top;
        double group = (WIDTH - COLUMNS_LEFT) / Math.max(1, chart.rows().size());
        List<Box> boxes = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < chart.rows().size(); i++) {
            Chart.Row row = chart.rows().get(i);
            double left = COLUMNS_LEFT + i * group;
            double width = group * FILLED / row.cells().size();
            for (int series = 0; series < row.cells().size(); series++) {
                double height = scale * Chart.number(row.cells().get(series));
                boxes.add(new Box(
                        rounded(left + group * (1 - FILLED) / 2 + series * width),
                        rounded(COLUMNS_HEIGHT - height),
                        rounded(width - 1),
                        rounded(height),
                        colour(series)));
            }
            words.add(new Word(rounded(left + group / 2), COLUMNS_HEIGHT + 18, row.label()));
        }
        List<Line> lines = new ArrayList<>();
        for (double value = 0; value <= top; value += step) {
            lines.add(new Line(rounded(COLUMNS_HEIGHT - scale * value), wording.count(value)));
        }
        return new Columns(boxes, words, lines);
    }

    /** The colour of a row or of a column of the chart. */
    static String fill(Chart chart, int index) {
        return colour(index);
    }

    private static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    /** A round number, so that the grid has some four lines. */
    private static double step(double highest) {
        if (highest <= 4) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(highest / 4)));
        double times = highest / 4 / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
