package nl.buurtpuls.report.startrapport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedFiguresTest {

    private static final AreaTable AREAS = AreaTable.shipped();

    static List<PrintedFigure> figures() {
        return PrintedFigures.all();
    }

    @Test
    void eachRowOfTheListOfFiguresIsThereInOrderAndEachItemOnce() {
        assertThat(figures().stream().map(PrintedFigure::row).distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 19).boxed().toList());
        assertThat(figures())
                .isSortedAccordingTo(Comparator.comparingInt(PrintedFigure::row).thenComparing(PrintedFigure::item));
        assertThat(figures().stream().map(figure -> figure.row() + figure.item()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void eachIsAboutAnAreaThatThereIsAndHasBothLanguages(PrintedFigure figure) {
        assertThat(AREAS.find(figure.area())).isPresent();
        assertThat(figure.printedNl()).isNotBlank();
        assertThat(figure.printedEn()).isNotBlank();
        assertThat(figure.remarkNl() == null).isEqualTo(figure.remarkEn() == null);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void eachIsReadInOneWayAndAShareIsAPartOfOne(PrintedFigure figure) {
        Reading reading = figure.reading();
        BigDecimal value = figure.value();

        if (reading == null) {
            assertThat(figure.context()).as("published by others").isNotNull();
        } else if (reading.unit() == Unit.SHARE && value != null) {
            assertThat(value).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"happiness", "part:happiness", "retained:lost", "each-year:happiness"})
    void aFigureThatNobodyCountsIsNotRead(String name) {
        assertThatThrownBy(() -> Reading.named(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
