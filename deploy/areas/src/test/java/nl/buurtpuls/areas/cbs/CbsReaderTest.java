package nl.buurtpuls.areas.cbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import nl.buurtpuls.areas.file.Refusal;
import nl.buurtpuls.areas.file.Unreadable;
import nl.buurtpuls.contract.area.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CbsReaderTest {

    /** The yearly file: short names, codes in ten places. */
    private static final String YEARLY = "\uFEFF" + """
            gwb_code_10;gwb_code_8;regio;gm_naam;recs;gwb_code;ind_wbz;a_inw;a_hh;a_woning;g_woz;p_koopw;a_soz_wb;a_lan_ha
            NL00      ;        ;Nederland;Nederland;Land;;.;17590670;8176950;8045580;315;57;402400;3367100
            GM9990    ;9990    ;'s-Voorbeeld;'s-Voorbeeld;Gemeente;9990;.;1005;500;510;203;47,5;60;450
            WK999001  ;999001  ;"Wijk 01 Coëvorder ""Veld""; Zuid";'s-Voorbeeld;Wijk;999001;1;600;300;310;170;54;.;2.5
            BU99900100;99900100;Súderbuert;'s-Voorbeeld;Buurt;99900100;1;310;150;155;;x;-;
            BU99900101;99900101;Noard;'s-Voorbeeld;Buurt;99900101;1;300;150;155;.;.;25;-99999
            """;

    /** StatLine's open data: numbered names, blanks after codes, decimal points, no names of wijken. */
    private static final String OPEN_DATA = """
            "ID";"WijkenEnBuurten";"Gemeentenaam_1";"SoortRegio_2";"Codering_3";"AantalInwoners_5";\
            "GemiddeldeWOZWaardeVanWoningen_35";"PersonenPerSoortUitkeringAO_84";"PersonenPerSoortUitkeringAOW_86"
            0;"NL00      ";"Nederland                               ";"Land      ";"NL00      ";17590672;315;.;1
            1;"GM9990    ";"Súdwest-Voorbeeld                       ";"Gemeente  ";"GM9990    ";1005;203;70;2
            2;"WK999001  ";"Súdwest-Voorbeeld                       ";"Wijk      ";"WK999001  ";600;170.5;       .;3
            """;

    @Test
    void theYearlyFileIsRead() {
        Reading reading = read(YEARLY, "2022");

        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.areas())
                .extracting(CbsArea::line, CbsArea::code, CbsArea::level, CbsArea::name)
                .containsExactly(
                        tuple(2, "NL", Level.COUNTRY, "Nederland"),
                        tuple(3, "GM9990", Level.MUNICIPALITY, "'s-Voorbeeld"),
                        tuple(4, "WK999001", Level.WIJK, "Wijk 01 Coëvorder \"Veld\"; Zuid"),
                        tuple(5, "BU99900100", Level.BUURT, "Súderbuert"),
                        tuple(6, "BU99900101", Level.BUURT, "Noard"));
        assertThat(reading.areas()).allSatisfy(area -> assertThat(area.period()).isEqualTo("2022"));
    }

    @Test
    void figuresAreTakenAsPublishedThoughTheyDoNotAddUp() {
        Map<String, BigDecimal> inhabitants = read(YEARLY, "2022").areas().stream()
                .collect(Collectors.toMap(CbsArea::code, area -> area.figures().get(Figure.POPULATION)));

        assertThat(inhabitants)
                .contains(
                        entry("WK999001", new BigDecimal(600)),
                        entry("BU99900100", new BigDecimal(310)),
                        entry("BU99900101", new BigDecimal(300)));
    }

    @Test
    void moneyIsInEurosAndDecimalsMayHaveACommaOrAPoint() {
        CbsArea municipality = read(YEARLY, "2022").areas().get(1);
        CbsArea wijk = read(YEARLY, "2022").areas().get(2);

        assertThat(municipality.figures())
                .containsEntry(Figure.WOZ_VALUE, new BigDecimal(203_000))
                .containsEntry(Figure.OWNER_OCCUPIED, new BigDecimal("47.5"));
        assertThat(municipality.hectares()).isEqualByComparingTo("450");
        assertThat(wijk.hectares()).isEqualByComparingTo("2.5");
    }

    @Test
    void whatIsNotPublishedIsLeftOut() {
        Reading reading = read(YEARLY, "2022");

        assertThat(reading.areas().get(3).figures())
                .containsOnlyKeys(Figure.POPULATION, Figure.HOUSEHOLDS, Figure.DWELLINGS);
        assertThat(reading.areas().get(3).hectares()).isNull();
        assertThat(reading.areas().get(4).hectares()).isNull();
        assertThat(reading.areas().get(4).figures()).containsEntry(Figure.SOCIAL_ASSISTANCE, new BigDecimal(25));
    }

    @Test
    void openDataIsRead() {
        Reading reading = read(OPEN_DATA, "2022");

        assertThat(reading.refusals()).isEmpty();
        assertThat(reading.areas()).extracting(CbsArea::code).containsExactly("NL", "GM9990", "WK999001");
        assertThat(reading.areas().get(1).name()).isEqualTo("GM9990");
        assertThat(reading.areas().get(1).figures())
                .containsOnly(
                        entry(Figure.POPULATION, new BigDecimal(1005)),
                        entry(Figure.WOZ_VALUE, new BigDecimal(203_000)),
                        entry(Figure.DISABILITY, new BigDecimal(70)));
        assertThat(reading.areas().get(2).figures()).containsEntry(Figure.WOZ_VALUE, new BigDecimal("170500.0"));
    }

    @Test
    void aDownloadFromStatLineIsReadBelowItsTitle() {
        Reading reading = read("""
                "Sociaal-economische status; scores per wijk en buurt, regio-indeling 2023"
                "Perioden";"Wijken en buurten";"Regiocode (gemeente, wijk, buurt) (code)";"SES-WOA/Totaalscore/Gemiddelde score (Getal)"
                "2021";"'s-Voorbeeld (gemeente)";"GM9990    ";"  -0,412"
                "2022*";"'s-Voorbeeld (gemeente)";"GM9990    ";"   0.017"
                "2022*";"Wijk 01";"WK999001";"       ."
                "Bron: CBS"
                """, null);

        assertThat(reading.areas())
                .extracting(
                        CbsArea::name, CbsArea::period, area -> area.figures().get(Figure.SES_WOA))
                .containsExactly(
                        tuple("'s-Voorbeeld", "2021", new BigDecimal("-0.412")),
                        tuple("'s-Voorbeeld", "2022*", new BigDecimal("0.017")),
                        tuple("Wijk 01", "2022*", null));
        assertThat(reading.refusals()).extracting(Refusal::number).containsExactly(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void diacriticsAreReadInEitherEncoding(String encoding) {
        byte[] bytes = "gwb_code_10;regio;a_inw\nGM9990;Súdwest-Fryslân;1\n".getBytes(Charset.forName(encoding));

        assertThat(CbsReader.read(bytes, "2022").areas().get(0).name()).isEqualTo("Súdwest-Fryslân");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "GM9990;Gemeente|has 2 fields, the header 3",
                "GM9990;Gemeente;1;2|has 4 fields, the header 3",
                ";Gemeente;1|has no code",
                "GM999;Gemeente;1|'GM999' is no code of a municipality, wijk or buurt",
                "PV31;;1|'PV31' is no code of a municipality, wijk or buurt",
                "GM9990;Wijk;1|GM9990 is said to be a wijk",
                "\"GM9990;Gemeente;1|the quotes do not match",
            })
    void aLineThatIsWrongIsRefusedAndTheOthersAreTaken(String line, String reason) {
        Reading reading = read("gwb_code_10;recs;a_inw\n" + line + "\nGM9991;Gemeente;10\n", "2022");

        assertThat(reading.refusals()).containsExactly(new Refusal(2, null, reason));
        assertThat(reading.areas()).extracting(CbsArea::code).containsExactly("GM9991");
    }

    @Test
    void anAreaStandsInAFileOnce() {
        Reading reading = read("gwb_code_10;a_inw\nGM9990;1\n\nGM9990;2\n", "2022");

        assertThat(reading.areas()).hasSize(1);
        assertThat(reading.refusals()).containsExactly(new Refusal(4, null, "GM9990 stands on line 2 already"));
    }

    @Test
    void aFigureThatIsWrongIsRefusedAndItsAreaIsTaken() {
        Reading reading = read("gwb_code_10;a_inw;a_hh;g_woz\nGM9990;veel;-5;203\n", "2022");

        assertThat(reading.areas().get(0).figures()).containsOnlyKeys(Figure.WOZ_VALUE);
        assertThat(reading.refusals())
                .extracting(refusal -> refusal.told("line"))
                .containsExactlyInAnyOrder(
                        "line 2, column a_inw: 'veel' is no number", "line 2, column a_hh: -5 lies below 0");
    }

    @Test
    void whatIsNoFileOfTheCbsSaysWhatIsMissing() {
        assertThatThrownBy(() -> read("naam;aantal\nHeerlen;1\n", "2022"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("gwb_code_10");
        assertThatThrownBy(() -> read("gwb_code_10;a_inw\nGM9990;1\n", null))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("--period");
        assertThatThrownBy(() -> read("", "2022")).isInstanceOf(Unreadable.class);
    }

    private static Reading read(String text, String period) {
        return CbsReader.read(text.getBytes(StandardCharsets.UTF_8), period);
    }
}
