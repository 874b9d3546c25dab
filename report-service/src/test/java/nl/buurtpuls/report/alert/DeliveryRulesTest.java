package nl.buurtpuls.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryRulesTest {

    /** By openssl: printf '1718445600.{"a":1}' | openssl dgst -sha256 -hmac secret. */
    @Test
    void theSignatureIsThatOfAnotherProgram() {
        assertThat(Signature.of("{\"a\":1}", 1718445600, "secret"))
                .isEqualTo("t=1718445600,v1=371ab47bb042ad30c3dd16e68cd81c486ff407f1f2a2e1d4080d876fd5279e50");
    }

    @Test
    void pausesDoubleUpToAnHourAndDiffer() {
        Retries retries = new Retries(Duration.ofSeconds(1), Duration.ofDays(1));

        assertThat(retries.pauseAfter(1, 0.5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(retries.pauseAfter(4, 0.5)).isEqualTo(Duration.ofSeconds(8));
        assertThat(retries.pauseAfter(4, 0)).isEqualTo(Duration.ofSeconds(4));
        assertThat(retries.pauseAfter(1000, 0.5)).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource({"23,100,false", "24,9,false", "24,10,true", "72,1,false"})
    void whatIsOldIsGivenUpOnceItHasBeenTriedSomeTimes(int hours, int attempts, boolean over) {
        Retries retries = new Retries(Duration.ofSeconds(1), Duration.ofDays(1));

        assertThat(retries.areOver(Duration.ofHours(hours).toMillis(), attempts))
                .isEqualTo(over);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.2.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "2002:0a00:0001::",
                "64:ff9b::10.0.0.1",
                "2001:db8::1"
            })
    void whatIsInsideIsPrivate(String address) throws UnknownHostException {
        assertThat(PrivateAddresses.include(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.0.3.1", "2a02:2308::1", "2002:0808:0808::"})
    void whatIsOutsideIsNot(String address) throws UnknownHostException {
        assertThat(PrivateAddresses.include(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void equalFiguresShareTheBestOfTheirPlacesAndWhoHasNoneHasNoPlace() {
        LocalDate day = LocalDate.EPOCH;
        Map<String, DayValues> values = Map.of(
                "a", new DayValues(day, new double[] {5}),
                "b", new DayValues(day, new double[] {7}),
                "c", new DayValues(day, new double[] {5}),
                "d", new DayValues(day, new double[] {Double.NaN}),
                "e", new DayValues(day, new double[] {0.0}),
                "f", new DayValues(day, new double[] {9}));
        Map<String, DayValues> residents = new HashMap<>();
        values.keySet()
                .forEach(area -> residents.put(area, new DayValues(day, new double[] {area.equals("f") ? 9 : 100})));

        Map<String, DayValues> ranks = Ranks.of(values, residents, Direction.ABOVE, 10);

        assertThat(ranks.get("b").values()).containsExactly(1);
        assertThat(ranks.get("a").values()).containsExactly(2);
        assertThat(ranks.get("c").values()).containsExactly(2);
        assertThat(ranks.get("e").values()).containsExactly(4);
        assertThat(ranks.get("d").values()[0]).isNaN();
        assertThat(ranks.get("f").values()[0]).as("too few residents").isNaN();
        assertThat(Ranks.of(values, residents, Direction.BELOW, 10).get("e").values())
                .containsExactly(1);
    }

    @Test
    void theRulesThatAreShippedHoldTogetherAndSayWhy() {
        List<AlertRule> rules = StarterSet.read(new ObjectMapper());

        assertThat(rules).hasSizeGreaterThanOrEqualTo(5);
        assertThat(rules).allMatch(rule -> rule.reason() != null);
        assertThat(rules).extracting(AlertRule::id).doesNotHaveDuplicates();
    }
}
