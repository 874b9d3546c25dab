package nl.buurtpuls.indicator.above;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.TreeMap;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MunicipalitiesTest {

    private static final LocalDate MONDAY = LocalDate.parse("2024-06-03");

    private final Municipalities municipalities = new Municipalities();

    @Test
    void whileTheDayTurnsInOneAndNotYetInAnotherThereIsNoFigureOfEither() {
        assertThat(municipalities.figures()).isEmpty();
        municipalities.put(totals("GM0917", MONDAY, null));
        municipalities.put(totals("GM0899", MONDAY, null));
        assertThat(municipalities.figures()).isPresent();

        municipalities.put(totals("GM0917", MONDAY.plusDays(1), null));
        assertThat(municipalities.figures()).isEmpty();

        municipalities.put(totals("GM0899", MONDAY.plusDays(1), null));
        assertThat(municipalities.figures())
                .hasValueSatisfying(figures -> assertThat(figures.date()).isEqualTo(MONDAY.plusDays(1)));
    }

    @Test
    void dataBeginWhereTheFirstMunicipalityBegins() {
        assertThat(municipalities.dataFrom()).isNull();
        municipalities.put(totals("GM0917", MONDAY, null));
        assertThat(municipalities.dataFrom()).isNull();
        municipalities.put(totals("GM0899", MONDAY, LocalDate.parse("2014-01-01")));
        municipalities.put(totals("GM0928", MONDAY, LocalDate.parse("2020-01-01")));
        assertThat(municipalities.dataFrom()).isEqualTo("2014-01-01");
    }

    @Test
    void whatDoesNotAddUpIsNotPassedOn() {
        Series retained = Series.of(Measure.RETAINED, "1y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CellChanges().add(1, retained, 1))
                .withMessageContaining("retained|1y");
    }

    private static MunicipalityTotals totals(String municipality, LocalDate date, @Nullable LocalDate dataFrom) {
        return new MunicipalityTotals(municipality, date, dataFrom, new Sums(Sums.Of.AREA), new TreeMap<>());
    }
}
