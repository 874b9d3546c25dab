package nl.buurtpuls.ingest.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BsnTest {

    @ParameterizedTest
    @ValueSource(strings = {"999990019", "person-999990019", "bsn999990019", "urn:nld:bsn:999990019:2024"})
    void bsnIsSeenWhereverItStands(String text) {
        assertThat(Bsn.standsIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999990018",
                "9999900190",
                "7c1e",
                "f81d4fae-7dec-11d0-a765-00a999990019",
                "99999001-7dec-11d0-a765-00a0c91e6bf6"
            })
    void otherDigitsAndUuidsAreNotTakenForOne(String text) {
        assertThat(Bsn.standsIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf6:999990019",
                "999990019/f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
            })
    void bsnBesideAUuidIsSeen(String text) {
        assertThat(Bsn.standsIn(text)).isTrue();
    }
}
