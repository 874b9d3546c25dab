package nl.buurtpuls.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PendingRulesTest {

    @Test
    void rulesThatWereWrittenAreGathered() {
        PendingRules both = PendingRules.NONE.and(PendingRules.rule("one")).and(PendingRules.rule("other"));

        assertThat(both.all()).isFalse();
        assertThat(both.rules()).containsExactlyInAnyOrder("one", "other");
        assertThat(both.isNone()).isFalse();
        assertThat(PendingRules.NONE.and(PendingRules.NONE).isNone()).isTrue();
    }

    @Test
    void allIsMoreThanSome() {
        assertThat(PendingRules.rule("one").and(PendingRules.ALL)).isEqualTo(PendingRules.ALL);
        assertThat(PendingRules.ALL.and(PendingRules.rule("one"))).isEqualTo(PendingRules.ALL);
        assertThat(PendingRules.ALL.isNone()).isFalse();
    }
}
