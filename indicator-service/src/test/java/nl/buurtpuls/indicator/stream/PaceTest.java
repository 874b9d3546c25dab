package nl.buurtpuls.indicator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLISECOND = 1_000_000;
    private static final long NOW = 1_000;

    private final Pace pace = new Pace();

    @Test
    void changesGoOutAtOnceWhileThereIsTime() {
        pace.isDue(1_000);
        pace.worked(40 * MILLISECOND, NOW);

        assertThat(pace.isDue(1_100)).isTrue();
        assertThat(pace.isBusy()).isFalse();
    }

    @Test
    void underLoadChangesGatherButNeverForLong() {
        pace.isDue(1_000);
        pace.worked(90 * MILLISECOND, NOW);
        assertThat(pace.isDue(1_100)).isFalse();
        assertThat(pace.isBusy()).isTrue();

        pace.worked(10_000 * MILLISECOND, NOW);

        assertThat(pace.isDue(1_000 + Pace.LONGEST_MILLIS - 1)).isFalse();
        assertThat(pace.isDue(1_000 + Pace.LONGEST_MILLIS)).isTrue();
    }

    @Test
    void loadOfBeforeIsForgottenOnceChangesWentOut() {
        pace.isDue(1_000);
        pace.worked(10_000 * MILLISECOND, NOW);
        pace.isDue(2_000);

        assertThat(pace.isDue(2_100)).isTrue();
    }

    @Test
    void busyWithWhatWasPublishedLongAgoIsBehind() {
        long now = 100_000;
        pace.isDue(now);
        pace.worked(90 * MILLISECOND, now - Pace.BEHIND_MILLIS);
        pace.isDue(now + 100);
        assertThat(pace.isBehind(now + 100)).isTrue();

        pace.worked(10 * MILLISECOND, now);

        assertThat(pace.isBehind(now + 100)).isFalse();
    }

    @Test
    void whatIsOldButIsAllThereIsIsNotBehind() {
        long now = 100_000;
        pace.isDue(now);
        pace.worked(40 * MILLISECOND, 0);
        pace.isDue(now + 100);

        assertThat(pace.isBehind(now + 100)).isFalse();
    }
}
