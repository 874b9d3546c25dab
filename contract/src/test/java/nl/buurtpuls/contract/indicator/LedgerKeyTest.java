package nl.buurtpuls.contract.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerKeyTest {

    @Test
    void everyDayIsReadAsItIsWritten() {
        Stream.iterate(LocalDate.of(-1, 1, 1), day -> day.plusDays(97))
                .takeWhile(day -> day.getYear() < 10_100)
                .forEach(day -> {
                    assertThat(LedgerKey.day(day.toString())).isEqualTo(day);
                    LedgerKey key = new LedgerKey("BU09170101", Measure.POPULATION, Measure.TOTAL, day);
                    assertThat(LedgerKey.parse(key.text())).isEqualTo(key);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-6-15",
                "2024-06-1",
                "2024-02-30",
                "2023-02-29",
                "2024-13-01",
                "2024-00-10",
                "2024-06-00",
                "20240-6-15",
                "2024/06/15",
                "2024-06-1a",
                "+024-06-15",
                "٢٠٢٤-06-15",
                "2024-06-15T"
            })
    void whatIsNoDayForTheLibraryIsNoneHere(String text) {
        assertThatThrownBy(() -> LocalDate.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> LedgerKey.day(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> LedgerKey.parse("BU09170101|population|total|" + text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
