package nl.buurtpuls.report.startrapport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.startrapport.Chart.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static final Wording DUTCH = new Wording(Language.NL);

    private static Chart chart(Kind kind, @Nullable Number... values) {
        List<Chart.Row> rows = IntStream.range(0, values.length)
                .mapToObj(i -> new Chart.Row("r" + i, "Row " + i, List.of(cell(values[i]))))
                .toList();
        return new Chart("c", kind, "Title", "What it shows.", List.of("Row", "Value"), rows, "/v1/areas");
    }

    private static Chart.Cell cell(@Nullable Number value) {
        return new Chart.Cell(value, null, null, false, "text", null);
    }

    @Test
    void theHighestBarIsFullAndOneWithoutValueHasNone() {
        Chart chart = chart(Kind.BARS, 0.35, 0.07, null);

        assertThat(chart.rows().stream().map(row -> Drawing.barWidth(chart, row)))
                .containsExactly(100.0, 20.0, 0.0);
    }

    @Test
    void aChartOfNothingIsDrawnWithoutDividingByIt() {
        Chart chart = chart(Kind.PARTS, 0, null);

        assertThat(Drawing.parts(chart)).isEmpty();
        assertThat(Drawing.barWidth(chart, chart.rows().get(0))).isZero();
        assertThat(Drawing.columns(chart, DUTCH).lines())
                .extracting(Drawing.Line::text)
                .containsExactly("0", "1");
    }

    @Test
    void partsFillTheBarInTheOrderOfTheRows() {
        List<Drawing.Box> parts = Drawing.parts(chart(Kind.PARTS, 25, 25, 50));

        assertThat(parts).extracting(Drawing.Box::x).containsExactly(0.0, 160.0, 320.0);
        assertThat(parts).extracting(Drawing.Box::fill).doesNotHaveDuplicates();
    }

    @Test
    void columnsStandOnTheAxisAndTheGridHasRoundNumbersThatReachOverThem() {
        Drawing.Columns columns = Drawing.columns(chart(Kind.COLUMNS, 5_900, 2_950, 0), DUTCH);

        assertThat(columns.boxes())
                .allSatisfy(box -> assertThat(box.y() + box.height()).isEqualTo(170.0));
        assertThat(columns.boxes().get(0).height())
                .isEqualTo(2 * columns.boxes().get(1).height(), within(0.2));
        assertThat(columns.lines()).extracting(Drawing.Line::text).containsExactly("0", "2.000", "4.000", "6.000");
        assertThat(columns.words()).extracting(Drawing.Word::text).containsExactly("Row 0", "Row 1", "Row 2");
    }

    @Test
    void everyColourStandsOutAgainstWhiteAsMuchAsGraphicsMust() {
        Chart chart = chart(Kind.PARTS, 1, 1, 1, 1, 1);

        assertThat(Stream.iterate(0, i -> i < 5, i -> i + 1).map(i -> contrastWithWhite(Drawing.fill(chart, i))))
                .allSatisfy(contrast -> assertThat(contrast).isGreaterThanOrEqualTo(3.0));
    }

    /** WCAG 2.2, "contrast ratio". */
    private static double contrastWithWhite(String hex) {
        double[] light = IntStream.of(1, 3, 5)
                .mapToDouble(at -> Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0)
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
        return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05);
    }
}
