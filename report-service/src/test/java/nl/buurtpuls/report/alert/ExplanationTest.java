package nl.buurtpuls.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.report.alert.AlertState.Firing;
import nl.buurtpuls.report.indicator.Indicators;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of an alert, in Dutch and in English. */
class ExplanationTest {

    private static final String TURNOVER = "turnover.rate.1y";
    private static final LocalDate SINCE = LocalDate.of(2024, 3, 1);

    private static final Condition ABOVE = new Condition.Threshold(Direction.ABOVE, 0.2, 0.18);

    @Test
    void aFigureBeyondItsLineIsSaidToBeBeyondIt() {
        assertThat(of(ABOVE, 0.21))
                .isEqualTo(new Text(
                        "Ziekenhuis, doorstroom (1 jaar): 0,21, boven 0,2 sinds 1 maart 2024.",
                        "Ziekenhuis, turnover (1 year): 0.21, above 0.2 since 1 March 2024."));
    }

    @Test
    void aFigureBetweenItsLinesIsSaidToBeNotYetPastThatOfRecovery() {
        assertThat(of(ABOVE, 0.19))
                .isEqualTo(new Text(
                        "Ziekenhuis, doorstroom (1 jaar): 0,19, nog niet onder 0,18; signaal sinds 1 maart 2024.",
                        "Ziekenhuis, turnover (1 year): 0.19, not yet below 0.18; alert since 1 March 2024."));
        assertThat(of(new Condition.Threshold(Direction.BELOW, 0.1, 0.12), 0.11).nl())
                .contains(": 0,11, nog niet boven 0,12; signaal sinds");
    }

    @Test
    void aChangeIsOverAPeriodInWords() {
        Condition change = new Condition.Change(Window.FIVE_YEARS, Direction.ABOVE, 0.05, 0.03);

        assertThat(of(change, 0.06).nl()).contains(": +0,06, boven 0,05 verschil over 5 jaar sinds");
        assertThat(of(change, 0.04).en()).contains(": +0.04, not yet below 0.03 of change over 5 years; alert since");
    }

    @Test
    void aPlaceAmongTheWorstIsLeftBehindAtAPlace() {
        Condition rank = new Condition.Rank(Direction.ABOVE, 10, 12);

        assertThat(of(rank, 10.0).nl()).contains(": plaats 10, bij de 10 slechtste sinds");
        assertThat(of(rank, 11.0).nl()).contains(": plaats 11, nog niet voorbij plaats 12; signaal sinds");
    }

    @Test
    void withoutAFigureTheLineIsSaid() {
        assertThat(of(ABOVE, null).nl()).contains("(1 jaar): boven 0,2 sinds 1 maart 2024");
    }

    private static Text of(Condition condition, @Nullable Double value) {
        AlertRule rule = new AlertRule(
                "moving",
                Indicators.named(TURNOVER),
                Level.BUURT,
                null,
                condition,
                Period.ZERO,
                0,
                Severity.WARNING,
                null,
                false,
                true,
                null);
        Alert alert = new Alert("moving.BU1.1", rule, 1, "BU1", 1, new Firing(SINCE, SINCE), value, Instant.EPOCH);
        return Explanation.of(alert, "Ziekenhuis");
    }
}
