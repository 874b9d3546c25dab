package nl.buurtpuls.indicator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DutyCycleTest {

    private static final long LONG = 60_000;
    private static final long NOW = 1_000;

    private final DutyCycle duty = new DutyCycle();

    @Test
    void workThatTookATenthOfASecondAndMayTakeAQuarterOfTheTimeRestsForThree() {
        duty.after(100_000_000, 4, NOW);

        assertThat(duty.isOver(NOW + 299, LONG)).isFalse();
        assertThat(duty.isOver(NOW + 300, LONG)).isTrue();
    }

    @Test
    void aRestEndsWhenItMayLastNoLongerThoughItBeganWhenItMight() {
        duty.after(1_000_000_000, 20, NOW);
        assertThat(duty.isOver(NOW + 500, LONG)).isFalse();

        assertThat(duty.isOver(NOW + 500, 500)).isTrue();
    }

    @Test
    void whatHasNotBegunDoesNotRest() {
        assertThat(duty.isOver(NOW, LONG)).isTrue();
    }
}
