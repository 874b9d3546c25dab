package nl.buurtpuls.report.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @ParameterizedTest
    @CsvSource({"1, 2, AB", "2, 2, CD", "3, 2, E", "4, 2, ''", "1, 20000, ABCDE", "107374, 20000, ''"})
    void aPageIsItsPartOfTheList(String page, String size, String expected) {
        assertThat(String.join("", Page.parse(page, size).of(List.of("A", "B", "C", "D", "E"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "20001", "1.5", "", "ten", "99999999999", "١"})
    void aSizeOutOfRangeIsRefused(String size) {
        assertThatThrownBy(() -> Page.parse("1", size)).isInstanceOf(ProblemException.class);
    }
}
