package nl.buurtpuls.report.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTest {

    private static final int NO_LIMIT = 10_000;

    @ParameterizedTest
    @CsvSource({
        "DAY, 2024-02-28, 2024-03-01, 2024-02-28 2024-02-29 2024-03-01",
        "MONTH, 2024-01-01, 2024-03-01, 2024-01-01 2024-02-01 2024-03-01",
        "MONTH, 2023-12-31, 2024-02-29, 2024-01-01 2024-02-01",
        "YEAR, 2022-01-02, 2024-12-31, 2023-01-01 2024-01-01",
        "DAY, 2024-02-28, 2024-02-28, 2024-02-28",
        "MONTH, 2024-02-02, 2024-02-28, ''",
        "YEAR, 2024-01-02, 2024-12-31, ''",
    })
    void theFirstsThatLieInTheSpan(Step step, LocalDate from, LocalDate to, String expected) {
        List<String> dates =
                step.dates(from, to, NO_LIMIT).stream().map(LocalDate::toString).toList();

        assertThat(String.join(" ", dates)).isEqualTo(expected);
    }

    @Test
    void noMoreThanAskedFor() {
        assertThat(Step.DAY.dates(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31), 3))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"day, true", "month, true", "year, true", "week, false", "MONTH, false", "'', false"})
    void stepsHaveTheContractsNames(String code, boolean known) {
        assertThat(Step.of(code).isPresent()).isEqualTo(known);
    }
}
