package nl.buurtpuls.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Moments are milliseconds here. */
class RestsTest {

    private final Rests rests = new Rests();

    @Test
    void atFirstThereAreNone() {
        assertThat(rests.areOver(nanos(-1_000_000))).isTrue();
        assertThat(rests.areOverForVisits(nanos(-1_000_000))).isTrue();
    }

    @Test
    void lookingThatCannotKeepUpTakesAQuarterOfTheTime() {
        after(0, 100, true, true);

        assertThat(rests.areOver(nanos(399))).isFalse();
        assertThat(rests.areOver(nanos(400))).isTrue();
        assertThat(rests.areOverForVisits(nanos(399))).isFalse();
        assertThat(rests.areOverForVisits(nanos(400))).isTrue();
    }

    @Test
    void aRestIsNeverLongHoweverLongALookTook() {
        after(0, 10_000, true, true);

        assertThat(rests.areOver(nanos(11_999))).isFalse();
        assertThat(rests.areOver(nanos(12_000))).isTrue();
    }

    @Test
    void whatChangesIsLookedAtAtOnceWhileVisitsRest() {
        after(0, 100, true, false);

        assertThat(rests.areOver(nanos(100))).isTrue();
        assertThat(rests.areOverForVisits(nanos(399))).isFalse();
    }

    @Test
    void whatChangesAllTheTimeDoesNotPutVisitsOff() {
        after(0, 100, true, false);
        after(150, 200, false, false);
        after(250, 350, false, true);

        assertThat(rests.areOverForVisits(nanos(400))).isTrue();
        assertThat(rests.areOver(nanos(649))).isFalse();
        assertThat(rests.areOver(nanos(650))).isTrue();
    }

    @Test
    void allWaitsAfterAFailure() {
        rests.afterFailure(nanos(100));

        assertThat(rests.areOver(nanos(2_099))).isFalse();
        assertThat(rests.areOverForVisits(nanos(2_099))).isFalse();
        assertThat(rests.areOver(nanos(2_100))).isTrue();
    }

    private void after(long began, long now, boolean visited, boolean more) {
        rests.after(nanos(began), nanos(now), visited, more);
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
