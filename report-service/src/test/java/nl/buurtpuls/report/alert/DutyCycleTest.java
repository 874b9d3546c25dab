package nl.buurtpuls.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Moments are milliseconds here. */
class DutyCycleTest {

    private final DutyCycle dutyCycle = new DutyCycle();

    @Test
    void atFirstThereAreNone() {
        assertThat(dutyCycle.isOver(nanos(-1_000_000))).isTrue();
        assertThat(dutyCycle.isOverForVisits(nanos(-1_000_000))).isTrue();
    }

    @Test
    void lookingThatCannotKeepUpTakesAQuarterOfTheTime() {
        after(0, 100, true, true);

        assertThat(dutyCycle.isOver(nanos(399))).isFalse();
        assertThat(dutyCycle.isOver(nanos(400))).isTrue();
        assertThat(dutyCycle.isOverForVisits(nanos(399))).isFalse();
        assertThat(dutyCycle.isOverForVisits(nanos(400))).isTrue();
    }

    @Test
    void aRestIsNeverLongHoweverLongALookTook() {
        after(0, 10_000, true, true);

        assertThat(dutyCycle.isOver(nanos(11_999))).isFalse();
        assertThat(dutyCycle.isOver(nanos(12_000))).isTrue();
    }

    @Test
    void whatChangesIsLookedAtAtOnceWhileVisitsRest() {
        after(0, 100, true, false);

        assertThat(dutyCycle.isOver(nanos(100))).isTrue();
        assertThat(dutyCycle.isOverForVisits(nanos(399))).isFalse();
    }

    @Test
    void whatChangesAllTheTimeDoesNotPutVisitsOff() {
        after(0, 100, true, false);
        after(150, 200, false, false);
        after(250, 350, false, true);

        assertThat(dutyCycle.isOverForVisits(nanos(400))).isTrue();
        assertThat(dutyCycle.isOver(nanos(649))).isFalse();
        assertThat(dutyCycle.isOver(nanos(650))).isTrue();
    }

    @Test
    void allWaitsAfterAFailure() {
        dutyCycle.afterFailure(nanos(100));

        assertThat(dutyCycle.isOver(nanos(2_099))).isFalse();
        assertThat(dutyCycle.isOverForVisits(nanos(2_099))).isFalse();
        assertThat(dutyCycle.isOver(nanos(2_100))).isTrue();
    }

    private void after(long began, long now, boolean visited, boolean more) {
        dutyCycle.after(nanos(began), nanos(now), visited, more);
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
