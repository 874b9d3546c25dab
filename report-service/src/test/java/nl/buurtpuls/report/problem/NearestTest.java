package nl.buurtpuls.report.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3",
        "sunday, saturday, 3",
        "flaw, lawn, 2",
        "'', abc, 3",
        "abc, '', 3",
        "same, same, 0",
    })
    void theDistanceIsTheFewestEdits(String a, String b, int edits) {
        assertThat(Nearest.distance(a, b)).isEqualTo(edits);
        assertThat(Nearest.distance(b, a)).isEqualTo(edits);
    }

    @Test
    void theThreeNearestAreNamedWhateverTheirCase() {
        assertThat(Nearest.to("POPULATON", Stream.of("population.minors", "deaths", "population", "population.adults")))
                .isEqualTo(" Nearest: population, deaths, population.adults.");
    }

    @Test
    void whatIsFarLongerThanANameIsNotComparedWithIt() {
        assertThat(Nearest.to("x".repeat(13), Stream.of("deaths", "population")))
                .isEqualTo(" Nearest: population.");
        assertThat(Nearest.to("x".repeat(10_000), Stream.of("deaths", "population")))
                .isEmpty();
    }
}
