package nl.buurtpuls.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.report.alert.AlertState.Firing;
import nl.buurtpuls.report.alert.AlertState.Pending;
import nl.buurtpuls.report.alert.AlertState.Resolved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule says of figures: over 25, cleared under 23, a figure a day from 1 January 2024. */
class AlertTimelineTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Condition ABOVE = new Condition.Threshold(Direction.ABOVE, 25, 23.0);

    /** Figures are separated by spaces, a dash is none; past and now are day numbers from 1: since/fired/over, since/fired. */
    @ParameterizedTest(name = "{0}, held for {1}: {4}")
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "20 24 25          | P0D | none        | none | on the line is not beyond it",
                "20 26             | P0D | none        | 2/2  | without holding it fires on the day it crosses",
                "20 26 26 26       | P3D | none        | 2    | pending from the day it crosses",
                "20 26 26 26 26    | P3D | none        | 2/5  | firing once it has held",
                "20 26 24 26 26    | P3D | none        | 4    | what was not beyond on each day has not held",
                "26 26 24 24       | P1D | none        | 1/2  | between the lines it goes on",
                "26 26 23          | P1D | none        | 1/2  | on the line of recovery nothing is passed",
                "26 26 22          | P1D | 1/2/3       | none | past the line of recovery it is over",
                "26 26 22 26 26    | P1D | 1/2/3       | 4/5  | what crosses again is another",
                "26 - 26           | P2D | none        | 1/3  | a day without a figure changes nothing",
                "26 26 -           | P2D | none        | 1    | and nothing fires on it",
                "26 - - 22         | P0D | 1/1/4       | none | nor is anything over on it",
                "26 26 22 26 22 26 | P0D | 1/1/3 4/4/5 | 6/6  | each is told of",
            })
    void aRuleSaysOfFiguresWhatItsTextSays(String figures, String holdFor, String past, String now, String why) {
        AlertTimeline timeline = AlertTimeline.of(ABOVE, Period.parse(holdFor), 0, values(figures), values(figures));

        assertThat(written(timeline.past())).as(why).isEqualTo(past);
        assertThat(timeline.now() == null ? null : written(timeline.now()))
                .as(why)
                .isEqualTo(now);
    }

    @Test
    void whatLapsesBeforeItFiresIsToldApart() {
        AlertTimeline timeline = AlertTimeline.of(
                ABOVE, Period.ofDays(3), 0, values("26 26 24 26 26 26 26 22"), values("0 0 0 0 0 0 0 0"));

        assertThat(timeline.lapsed())
                .containsExactly(new Resolved(FIRST, null, FIRST.plusDays(2), Cause.CLEARED, null));
        assertThat(written(timeline.past())).isEqualTo("4/7/8");
    }

    @Test
    void belowIsTheOtherWayRound() {
        Condition below = new Condition.Threshold(Direction.BELOW, 50, 55.0);

        AlertTimeline timeline = AlertTimeline.of(below, Period.ZERO, 0, values("50 49 55 56"), values("0 0 0 0"));

        assertThat(written(timeline.past())).isEqualTo("2/2/4");
    }

    @Test
    void withoutALineOfRecoveryTheThresholdIsIt() {
        Condition plain = new Condition.Threshold(Direction.ABOVE, 25, null);

        assertThat(written(AlertTimeline.of(plain, Period.ZERO, 0, values("26 25"), values("0 0"))
                        .past()))
                .isEqualTo("1/1/2");
    }

    @Test
    void anAreaOfTooFewIsNotSpokenOf() {
        AlertTimeline fewer = AlertTimeline.of(ABOVE, Period.ZERO, 100, values("26 26 26"), values("100 99 100"));

        assertThat(fewer.past())
                .containsExactly(new Resolved(FIRST, FIRST, FIRST.plusDays(1), Cause.TOO_FEW_RESIDENTS, null));
        assertThat(fewer.now()).isEqualTo(new Firing(FIRST.plusDays(2), FIRST.plusDays(2)));
        assertThat(AlertTimeline.of(ABOVE, Period.ofDays(2), 100, values("26 26 26"), values("100 100 99"))
                        .lapsed())
                .containsExactly(new Resolved(FIRST, null, FIRST.plusDays(2), Cause.TOO_FEW_RESIDENTS, null));
        assertThat(AlertTimeline.of(ABOVE, Period.ZERO, 100, values("26"), values("-"))
                        .now())
                .as("residents that are withheld are few")
                .isNull();
    }

    @Test
    void monthsAreThoseOfTheCalendar() {
        String fourtyDays = "26 ".repeat(40).strip();

        AlertTimeline timeline = AlertTimeline.of(ABOVE, Period.ofMonths(1), 0, values(fourtyDays), values(fourtyDays));

        assertThat(timeline.now()).isEqualTo(new Firing(FIRST, LocalDate.of(2024, 2, 1)));
    }

    @Test
    void changeIsAgainstTheSameDayBefore() {
        double[] rising = new double[400];
        Arrays.setAll(rising, day -> day);

        DayValues changes = new DayValues(FIRST, rising).changesOver(Window.ONE_YEAR);

        assertThat(changes.values()[365])
                .as("31 December 2024: no day of 2023 is known")
                .isNaN();
        assertThat(changes.values()[366])
                .as("1 January 2025, after a leap year")
                .isEqualTo(366);
    }

    @Test
    void aPlaceAmongTheWorstIsCrossedByBeingThatLow() {
        Condition worstTen = new Condition.Rank(Direction.ABOVE, 10, 12);

        AlertTimeline timeline = AlertTimeline.of(worstTen, Period.ZERO, 0, values("11 10 12 13"), values("0 0 0 0"));

        assertThat(written(timeline.past())).isEqualTo("2/2/4");
    }

    private static DayValues values(String figures) {
        return new DayValues(
                FIRST,
                Arrays.stream(figures.split(" "))
                        .mapToDouble(figure -> figure.equals("-") ? Double.NaN : Double.parseDouble(figure))
                        .toArray());
    }

    private static String written(List<Resolved> past) {
        List<String> all = new ArrayList<>();
        past.forEach(each -> all.add(number(each.since()) + "/" + number(each.firedOn()) + "/" + number(each.on())));
        return all.isEmpty() ? null : String.join(" ", all);
    }

    private static String written(AlertState now) {
        return now instanceof Pending ? number(now.since()) : number(now.since()) + "/" + number(now.firedOn());
    }

    private static String number(LocalDate day) {
        return Integer.toString((int) (day.toEpochDay() - FIRST.toEpochDay()) + 1);
    }
}
