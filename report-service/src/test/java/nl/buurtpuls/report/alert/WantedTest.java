package nl.buurtpuls.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WantedTest {

    @Test
    void rulesThatWereWrittenAreGathered() {
        Wanted both = Wanted.NONE.and(Wanted.rule("one")).and(Wanted.rule("other"));

        assertThat(both.all()).isFalse();
        assertThat(both.rules()).containsExactlyInAnyOrder("one", "other");
        assertThat(both.isNone()).isFalse();
        assertThat(Wanted.NONE.and(Wanted.NONE).isNone()).isTrue();
    }

    @Test
    void allIsMoreThanSome() {
        assertThat(Wanted.rule("one").and(Wanted.ALL)).isEqualTo(Wanted.ALL);
        assertThat(Wanted.ALL.and(Wanted.rule("one"))).isEqualTo(Wanted.ALL);
        assertThat(Wanted.ALL.isNone()).isFalse();
    }
}
