package nl.buurtpuls.contract.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MunicipalitiesTest {

    @ParameterizedTest
    @ValueSource(strings = {"GM0917,GM0928", "GM0917 GM0928", " GM0917 ,  GM0928, "})
    void textListsThemBetweenCommasOrSpaces(String text) {
        assertThat(Municipalities.parse(text)).isEqualTo(Municipalities.listed(List.of("GM0928", "GM0917")));
    }

    @Test
    void onlyThoseThatAreListedAreIncluded() {
        Municipalities listed = Municipalities.parse("GM0917");

        assertThat(listed.include("GM0917")).isTrue();
        assertThat(listed.include("GM0363")).isFalse();
    }

    @Test
    void emptyListIncludesNone() {
        assertThat(Municipalities.parse("").include("GM0917")).isFalse();
        assertThat(Municipalities.parse("")).hasToString("no municipality");
    }

    @Test
    void withoutListAllAreIncluded() {
        assertThat(Municipalities.all().include("GM9999")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0917", "gm0917", "GM917", "GM09170", "*"})
    void whatIsNoCodeIsNamed(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Municipalities.parse("GM0363," + wrong))
                .withMessageContaining("'" + wrong + "'");
    }
}
