package nl.buurtpuls.indicator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestTest {

    private static final long LONG = 60_000;
    private static final long NOW = 1_000;

    private final Rest rest = new Rest();

    @Test
    void workThatTookATenthOfASecondAndMayTakeAQuarterOfTheTimeRestsForThree() {
        rest.after(100_000_000, 4, NOW);

        assertThat(rest.isOver(NOW + 299, LONG)).isFalse();
        assertThat(rest.isOver(NOW + 300, LONG)).isTrue();
    }

    @Test
    void aRestEndsWhenItMayLastNoLongerThoughItBeganWhenItMight() {
        rest.after(1_000_000_000, 20, NOW);
        assertThat(rest.isOver(NOW + 500, LONG)).isFalse();

        assertThat(rest.isOver(NOW + 500, 500)).isTrue();
    }

    @Test
    void whatHasNotBegunDoesNotRest() {
        assertThat(rest.isOver(NOW, LONG)).isTrue();
    }
}
