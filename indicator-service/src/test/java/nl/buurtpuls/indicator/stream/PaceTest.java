package nl.buurtpuls.indicator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLISECOND = 1_000_000;

    private final Pace pace = new Pace();

    @Test
    void changesGoOutAtOnceWhileThereIsTime() {
        pace.isDue(1_000);
        pace.worked(40 * MILLISECOND);

        assertThat(pace.isDue(1_100)).isTrue();
        assertThat(pace.isBusy()).isFalse();
    }

    @Test
    void underLoadChangesGatherButNeverForLong() {
        pace.isDue(1_000);
        pace.worked(90 * MILLISECOND);
        assertThat(pace.isDue(1_100)).isFalse();
        assertThat(pace.isBusy()).isTrue();

        pace.worked(10_000 * MILLISECOND);

        assertThat(pace.isDue(1_000 + Pace.LONGEST_MILLIS - 1)).isFalse();
        assertThat(pace.isDue(1_000 + Pace.LONGEST_MILLIS)).isTrue();
    }

    @Test
    void loadOfBeforeIsForgottenOnceChangesWentOut() {
        pace.isDue(1_000);
        pace.worked(10_000 * MILLISECOND);
        pace.isDue(2_000);

        assertThat(pace.isDue(2_100)).isTrue();
    }
}
