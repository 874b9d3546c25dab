package nl.buurtpuls.indicator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.buurtpuls.contract.indicator.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    @ParameterizedTest
    @CsvSource({
        "2004-02-29, 18, 2022-03-01",
        "2004-02-29, 4, 2008-02-29",
        "2004-02-28, 18, 2022-02-28",
        "2003-12-31, 1, 2004-12-31"
    })
    void bornOn29FebruaryHasABirthdayOn1MarchWhereThereIsNoLeapDay(LocalDate born, int years, LocalDate birthday) {
        assertThat(Calendar.birthday(day(born), years)).isEqualTo(day(birthday));
    }

    @Property
    void firstToLookBackOnIsTheFirst(@ForAll @IntRange(min = 10_000, max = 25_000) int day, @ForAll Window window) {
        int first = Calendar.firstToLookBackOn(day, window);

        assertThat(day(window.start(LocalDate.ofEpochDay(first)))).isGreaterThanOrEqualTo(day);
        assertThat(day(window.start(LocalDate.ofEpochDay(first - 1)))).isLessThan(day);
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
