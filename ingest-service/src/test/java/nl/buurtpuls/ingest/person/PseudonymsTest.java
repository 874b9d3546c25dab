package nl.buurtpuls.ingest.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

    /** Computed with {@code printf %s 999990019 | openssl dgst -sha256 -hmac KEY -binary | basenc --base64url}. */
    @Test
    void pseudonymIsTheHmacOfTheBsn() {
        assertThat(new Pseudonyms("a-secret-of-the-tests-and-of-nobody-else").of("999990019"))
                .isEqualTo("vryG17709DMSOdWVsz8PDgnfHQ0Du-KyE0mJBfwFkAY");
    }

    @Test
    void anotherSecretGivesAnotherPseudonym() {
        assertThat(new Pseudonyms("a-secret-of-the-tests-and-of-nobody-else").of("999990019"))
                .isNotEqualTo(new Pseudonyms("a-secret-of-the-tests-and-of-somebody").of("999990019"));
    }

    @Test
    void shortSecretIsRefusedWithoutTellingIt() {
        assertThatThrownBy(() -> new Pseudonyms("too short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32")
                .hasMessageNotContaining("too short");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999990019", "111222333", "123456782"})
    void bsnPassesTheElevenTest(String bsn) {
        assertThat(Bsn.isValid(bsn)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"999990018", "000000000", "12345678", "1234567820", "12345678a", ""})
    void anythingElseDoesNot(String text) {
        assertThat(Bsn.isValid(text)).isFalse();
    }

    @Test
    void bsnIsFoundAmongOtherTextButNotInLongerNumbers() {
        assertThat(Bsn.standsIn("person-999990019!")).isTrue();
        assertThat(Bsn.standsIn("00000001999990019000")).isFalse();
    }
}
