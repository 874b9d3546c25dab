package nl.buurtpuls.ingest.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999990019",
                "bsn999990019",
                "P-999990019",
                "urn:x:999990019",
                "a999990019",
                "deadbe999990019",
                "999990019a0123456789abcdef0123456789abcde",
                "0123456789abcdef0123456789abcdef999990019",
                "999990019deadbeefdeadbeef",
                "deadbeefDEADBEEF999990019",
                "0123456789abcdef:999990019",
                "999990019-0123456789abcdef",
                "2021-03-02T09:14:05.123456789Z 999990019",
                "at 2021-03-02T09:14:05.999990019Z",
                "2021-03-02T09:14:05.999990019"
            })
    void bsnInAnAttributeIsSeen(String text) {
        assertThat(Bsn.standsInAttribute(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deadbee999990019",
                "DEADBEE999990019",
                "00-4bf92f3577b34da6a3c999990019ab12-00f067a999990019-01",
                "2021-03-02T09:14:05.999990019Z",
                "2021-03-02t09:14:05.999990019+01:00"
            })
    void whatMachinesMakeIsNoBsnInAnAttribute(String text) {
        assertThat(Bsn.standsIn(text)).isTrue();
        assertThat(Bsn.standsInAttribute(text)).isFalse();
    }

    @Property(tries = 20_000)
    void noIdentifierOfAMachineIsTakenForABsn(@ForAll long seed) {
        Random random = new Random(seed);
        String dashed = new UUID(random.nextLong(), random.nextLong()).toString();
        List<String> made = List.of(
                dashed,
                dashed.replace("-", ""),
                hex(random, 24),
                hex(random, 64),
                hex(random, 64).toUpperCase(Locale.ROOT),
                "00-" + hex(random, 32) + "-" + hex(random, 16) + "-01",
                String.format(Locale.ROOT, "2021-03-02T09:14:05.%09dZ", random.nextInt(1_000_000_000)));

        assertThat(made).noneMatch(Bsn::standsInAttribute);
    }

    private static String hex(Random random, int digits) {
        return random.ints(digits, 0, 16).mapToObj(Integer::toHexString).collect(Collectors.joining());
    }
}
