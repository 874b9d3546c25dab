package nl.buurtpuls.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDigitsTest {

    @Property
    void everyMomentAndDayIsReadAsTheJdkReadsIt(
            @ForAll @LongRange(min = -62_167_219_200L, max = 253_402_300_799L) long epochSecond) {
        Instant moment = Instant.ofEpochSecond(epochSecond);
        String text = moment.toString();

        assertThat(IsoDigits.secondInUtc(text)).isEqualTo(moment);
        assertThat(EventReader.parseTime(text.replace("Z", "+00:00"))).isEqualTo(moment);
        assertThat(IsoDigits.date(text.substring(0, 10))).isEqualTo(LocalDate.parse(text.substring(0, 10)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-03-02T09:14:05+01:00",
                "2021-03-02T09:14:05.5Z",
                "2021-03-02t09:14:05z",
                "2021-02-29T09:14:05Z",
                "2021-03-02T24:00:00Z",
                "2021-03-02T09:60:05Z",
                "2016-12-31T23:59:60Z",
                "2021-3-02T09:14:05Z",
                "",
                "2021-03-02T09:14:0\u0665Z",
                "2021-13-02T09:14:05Z"
            })
    void otherFormsAreLeftToWhoReadsThemAll(String text) {
        assertThat(IsoDigits.secondInUtc(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-02-29", "2024-00-10", "2024-13-01", "2024-04-31", "2024-04-00"})
    void dayThatNoCalendarHasIsNone(String text) {
        assertThatThrownBy(() -> IsoDigits.date(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-4-01", "24-04-01", "2024/04/01", "+2024-04-01", "2024-04-01 ", "\u0662024-04-01"})
    void whatIsNoIsoDateIsNone(String text) {
        assertThat(IsoDigits.date(text)).isNull();
    }
}
