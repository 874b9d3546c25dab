package nl.buurtpuls.report.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

    @Test
    void aStockIsReadWithItsDimension() {
        assertThat(Cell.read("BU09171000|recipients|social-assistance|1970-01-11", "-12", 7))
                .isEqualTo(new Cell("BU09171000", "recipients|social-assistance", 10, null, -12, 7));
    }

    @Test
    void theDimensionOfATwoDimensionalMeasureIsItsOtherDay() {
        assertThat(Cell.read("HN|retention.stayed|1970-02-01|1970-01-02", "3", 7))
                .isEqualTo(new Cell("HN", "retention.stayed", 1, 31, 3, 7));
    }

    @Test
    void noValueIsZero() {
        assertThat(Cell.read("HN|population|-|1970-01-01", null, 7))
                .isEqualTo(new Cell("HN", "population|-", 0, null, 0, 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HN|happiness|-|2020-01-01", "HN|recipients|lottery|2020-01-01"})
    void aMeasureOrDimensionOfALaterVersionIsNone(String key) {
        assertThat(Cell.read(key, "1", 7)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "HN|population|-, 1",
        "HN|population|-|2020-02-30, 1",
        "HN|population|-|+999999999-01-01, 1",
        "HN|population|-|2020-01-01, many",
        "HN|population|-|2020-01-01, 99999999999999999999",
        "HN|retention.died|-|2020-01-01, 1",
        "HN|retention.died|+999999999-01-01|2020-01-01, 1",
        "'|population|-|2020-01-01', 1",
        "H\0N|population|-|2020-01-01, 1",
    })
    void whatTheDatabaseWouldNeverTakeIsRefusedBeforeIt(String key, String value) {
        assertThatThrownBy(() -> Cell.read(key, value, 7)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRecordWithoutKeyIsRefused() {
        assertThatThrownBy(() -> Cell.read(null, "1", 7)).isInstanceOf(IllegalArgumentException.class);
    }
}
