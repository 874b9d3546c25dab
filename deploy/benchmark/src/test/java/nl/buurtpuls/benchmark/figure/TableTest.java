package nl.buurtpuls.benchmark.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void figuresStandInColumnsUnderTheirHeadings() {
        Table table = new Table()
                .heading("Replay")
                .count("records", 1_234_567, "")
                .number("through the door", 9_876.5, 0, "events/s")
                .heading("Freshness")
                .millis("p50", Duration.ofNanos(123_456_000));

        assertThat(table.lines())
                .containsExactly(
                        "Replay",
                        "  records           1,234,567",
                        "  through the door      9,877  events/s",
                        "",
                        "Freshness",
                        "  p50                   123.5  ms");
    }

    @Test
    void sizesAndTimesAreInTheUnitThatIsPrinted() {
        Table table = new Table().mebibytes("heap", 3L << 19).seconds("start", Duration.ofMillis(1_250));

        assertThat(table.lines()).containsExactly("  heap    1.5  MiB", "  start  1.25  s");
    }

    @Test
    void aPartOfNothingIsADash() {
        assertThat(new Table().number("ratio", 0.0 / 0.0, 2, "").lines()).containsExactly("  ratio  -");
    }

    @Test
    void numbersLookTheSameWhateverTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);

            assertThat(new Table().number("rate", 1_234.5, 1, "").lines()).containsExactly("  rate  1,234.5");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTableWithoutFiguresIsItsHeadings() {
        assertThat(new Table().heading("Nothing").lines()).containsExactly("Nothing");
    }
}
