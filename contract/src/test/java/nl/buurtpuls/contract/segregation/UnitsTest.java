package nl.buurtpuls.contract.segregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void unitsWithoutPersonsAreLeftOut() {
        Units units = Units.of(new long[] {1, 0, 0, 4}, new long[] {5, 0, 2, 4});

        assertThat(units.size()).isEqualTo(3);
        assertThat(units.total(1)).isEqualTo(2);
        assertThat(units.members(2)).isEqualTo(4);
        assertThat(units.others(0)).isEqualTo(4);
        assertThat(units.members()).isEqualTo(5);
        assertThat(units.others()).isEqualTo(6);
        assertThat(units.total()).isEqualTo(11);
    }

    @Test
    void laterChangesOfTheArraysDoNotReachThem() {
        long[] members = {1, 2};
        Units units = Units.of(members, new long[] {5, 5});
        members[0] = 4;

        assertThat(units.members(0)).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsNamed() {
        assertThatThrownBy(() -> Units.of(new long[] {1, 6}, new long[] {5, 5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unit 1: expected 0 to 5 members, got 6");
        assertThatThrownBy(() -> Units.of(new long[] {-1}, new long[] {5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got -1");
        assertThatThrownBy(() -> Units.of(new long[1], new long[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 1 and 2");
    }
}
