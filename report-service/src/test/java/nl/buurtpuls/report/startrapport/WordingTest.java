package nl.buurtpuls.report.startrapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.report.indicator.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    private static final Wording DUTCH = new Wording(Language.NL);
    private static final Wording ENGLISH = new Wording(Language.EN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1251      | PERSONS    | 1.251      | 1,251
                    59000     | MOVES      | 59.000     | 59,000
                    0         | HOUSEHOLDS | 0          | 0
                    0.3083    | SHARE      | 31%        | 31%
                    0.0947    | SHARE      | 9,5%       | 9.5%
                    0.0994    | SHARE      | 9,9%       | 9.9%
                    0.0996    | SHARE      | 10%        | 10%
                    0.004     | SHARE      | 0,4%       | 0.4%
                    0         | SHARE      | 0%         | 0%
                    1         | SHARE      | 100%       | 100%
                    1.3149    | RATE       | 1,31       | 1.31
                    -0.034    | RATE       | −0,03      | −0.03
                    0.305     | NUMBER     | 0,31       | 0.31
                    203000.4  | EUR        | €~203.000  | €203,000
                    """)
    void valuesReadAsInTheLanguage(double value, Unit unit, String dutch, String english) {
        assertThat(DUTCH.value(value, unit)).isEqualTo(dutch.replace('~', '\u00A0'));
        assertThat(ENGLISH.value(value, unit)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -3480     | PERSONS    | −3.480              | −3,480
                    12        | MOVES      | +12                 | +12
                    0         | PERSONS    | 0                   | 0
                    -0.0017   | SHARE      | −0,2 procentpunt    | −0.2 percentage points
                    0.0123    | SHARE      | +1,2 procentpunt    | +1.2 percentage points
                    -0.0001   | SHARE      | 0,0 procentpunt     | 0.0 percentage points
                    """)
    void aDifferenceHasItsSignUnlessItRoundsToNothing(double difference, Unit unit, String dutch, String english) {
        assertThat(DUTCH.difference(difference, unit)).isEqualTo(dutch);
        assertThat(ENGLISH.difference(difference, unit)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    79.3   | years           | 79,3~jaar          | 79.3~years
                    5.8    | %               | 5,8%               | 5.8%
                    13     | %               | 13%                | 13%
                    580000 | households      | 580.000~huishoudens| 580,000~households
                    203000 | EUR             | €~203.000          | €203,000
                    1      | rank            | 1                  | 1
                    155    | full-time posts | 155~voltijdbanen   | 155~full-time posts
                    -0.331 | score           | −0,331~score       | −0.331~score
                    """)
    void aFigureOfOthersKeepsTheDecimalsItWasPublishedWith(
            BigDecimal value, String unit, String dutch, String english) {
        assertThat(DUTCH.published(value, unit)).isEqualTo(dutch.replace('~', '\u00A0'));
        assertThat(ENGLISH.published(value, unit)).isEqualTo(english.replace('~', '\u00A0'));
    }

    @ParameterizedTest
    @CsvSource({"../2024, 2024 of eerder, 2024 or before", "2021, 2021, 2021", "2024/2027, 2024–2027, 2024–2027"})
    void aPeriodReadsAsWordsWhereItIsOpen(String period, String dutch, String english) {
        assertThat(DUTCH.period(period)).isEqualTo(dutch);
        assertThat(ENGLISH.period(period)).isEqualTo(english);
    }

    @Test
    void aWindowIsToldByItsFirstAndLastDay() {
        LocalDate eve = LocalDate.of(2014, 1, 1);
        LocalDate last = LocalDate.of(2024, 1, 1);

        assertThat(DUTCH.moment(eve, last)).isEqualTo("2-1-2014 t/m 1-1-2024");
        assertThat(ENGLISH.moment(eve, last).replace('\u00A0', ' ')).isEqualTo("2 Jan 2014 to 1 Jan 2024");
        assertThat(DUTCH.moment(null, last)).isEqualTo("1-1-2024");
        assertThat(DUTCH.date(last).replace('\u00A0', ' ')).isEqualTo("1 januari 2024");
    }
}
