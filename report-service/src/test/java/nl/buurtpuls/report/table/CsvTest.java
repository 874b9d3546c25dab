package nl.buurtpuls.report.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.report.disclosure.Exactly;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void linesEndAsRfc4180SaysAndTheFirstIsTheHeader() {
        Table table = new Table(
                List.of("code", "date"),
                List.of(Table.row("GM0917", LocalDate.of(2024, 2, 29)), Table.row("HN", null)));

        assertThat(csv(table)).isEqualTo("code,date\r\nGM0917,2024-02-29\r\nHN,\r\n");
    }

    @Test
    void aTableWithoutRowsIsItsHeader() {
        assertThat(csv(new Table(List.of("code", "name"), List.of()))).isEqualTo("code,name\r\n");
    }

    @Test
    void aFieldIsQuotedWhereItMustBe() {
        assertThat(line("Súdwest-Fryslân, noord", "de \"Beitel\"", "twee\r\nregels", "'s-Gravenhage"))
                .isEqualTo("\"Súdwest-Fryslân, noord\",\"de \"\"Beitel\"\"\",\"twee\r\nregels\",'s-Gravenhage\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+31", "-1", "@SUM(A1)", "\t=1", "\uFF1D1", "\uFF0D1", "\uFF0B1", "\uFF201"})
    void aTextThatASpreadsheetWouldTakeForAFormulaIsMarkedAsText(String text) {
        assertThat(line(text, "b")).isEqualTo("'" + text + ",b\r\n");
    }

    @Test
    void aFormulaThatNeedsQuotesIsMarkedWithinThem() {
        assertThat(line("=HYPERLINK(\"http://x\",1)", "\r=1"))
                .isEqualTo("\"'=HYPERLINK(\"\"http://x\"\",1)\",\"'\r=1\"\r\n");
        assertThat(line(List.of("=1", "b"), "c")).isEqualTo("'=1 b,c\r\n");
    }

    @Test
    void aNumberBelowZeroStaysANumber() {
        assertThat(line(-0.25, -3L, 2.5e-7, true)).isEqualTo("-0.25,-3,2.5E-7,true\r\n");
    }

    @Test
    void aSuppressedFigureIsEmptyAndSaysSo() {
        assertThat(csv(new Table(
                        Table.columnsAndFigureIn("persons", "date"),
                        List.of(
                                Table.rowAndFigure(PublishedPoint.suppressed(), LocalDate.of(2024, 1, 1)),
                                Table.rowAndFigure(Exactly.point(7, 7, null), LocalDate.of(2024, 1, 2))))))
                .isEqualTo("date,value [persons],numerator,denominator,suppressed\r\n"
                        + "2024-01-01,,,,true\r\n"
                        + "2024-01-02,7,7,,false\r\n");
    }

    @Test
    void aRaggedTableIsNone() {
        assertThatThrownBy(() -> new Table(List.of("code", "name"), List.of(Table.row("GM0917"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 values under [code, name]");
    }

    private static String csv(Table table) {
        return new String(Csv.write(table), StandardCharsets.UTF_8);
    }

    /** The second line of a file of one row. */
    private static String line(@Nullable Object... values) {
        String[] columns = new String[values.length];
        java.util.Arrays.fill(columns, "c");
        String csv = csv(new Table(List.of(columns), List.of(Table.row(values))));
        return csv.substring(csv.indexOf('\n') + 1);
    }
}
