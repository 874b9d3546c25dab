package nl.buurtpuls.report.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import nl.buurtpuls.contract.context.ContextFigure;
import nl.buurtpuls.report.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureLinesTest {

    private static final String HEADER = "area,indicator,period,value,unit,source,label_nl,label_en\n";
    private static final FigureRules RULES = new FigureRules(Set.of("NL", "HN", "GM0917")::contains);

    @Test
    void aLineIsAFigure() {
        FigureLines lines = parse("\uFEFF# ours\n" + HEADER
                + "GM0917,woz-value,2022,170000,EUR,\"CBS, \"\"KWB\"\"\",WOZ-wáárde,WOZ value\r\n");

        assertThat(lines.refused()).isEmpty();
        assertThat(lines.figures())
                .containsExactly(new ContextFigure(
                        "GM0917",
                        "woz-value",
                        "2022",
                        new BigDecimal("170000"),
                        "EUR",
                        "CBS, \"KWB\"",
                        "WOZ-wáárde",
                        "WOZ value"));
    }

    @Test
    void columnsStandInAnyOrderAndOthersDoNotMatter() {
        FigureLines lines = parse("""
                value,note,label_en,label_nl,source,unit,period,indicator,area
                -0.412,x,SES-WOA score,SES-WOA-score,CBS,score,2022*,ses-woa,HN
                """);

        assertThat(lines.figures()).singleElement().satisfies(figure -> {
            assertThat(figure.area()).isEqualTo("HN");
            assertThat(figure.value()).isEqualByComparingTo("-0.412");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022",
                "2022-01",
                "2022-01-31",
                "2022*",
                "2014/2024",
                "2014-01-01/2024-01-01",
                "../2024",
                "2024/.."
            })
    void aPeriodIsAMomentOrASpan(String period) {
        assertThat(parse(HEADER + "NL,x," + period + ",1,%,s,n,e").figures()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "BU09179999,x,2022,1,%,s,n,e|unknown-area",
                "GM9999,x,2022,1,%,s,n,e|unknown-area",
                "NL,Woz Value,2022,1,%,s,n,e|not-an-indicator",
                "NL,x-,2022,1,%,s,n,e|not-an-indicator",
                "NL,x,last year,1,%,s,n,e|not-a-period",
                "NL,x,2022-13,1,%,s,n,e|not-a-period",
                "NL,x,../..,1,%,s,n,e|not-a-period",
                "NL,x,2022,much,%,s,n,e|not-a-number",
                "NL,x,2022,\"1,5\",%,s,n,e|not-a-number",
                "NL,x,2022,1e9,%,s,n,e|not-a-number",
                "NL,x,2022,NaN,%,s,n,e|not-a-number",
                "NL,x,2022,.,%,s,n,e|not-a-number",
                "NL,x,2022,,%,s,n,e|required",
                "NL,x,2022,1,%,,n,e|required",
                "NL,x,2022,1,%,s,n|missing-field",
                "NL,x,2022,1,%,\"s,n,e|broken-quotes",
                "NL,x,2022,1,%,\"s\"s,n,e|broken-quotes",
                "NL,x,2022,1,%,s\u0000s,n,e|control-character",
            })
    void aLineThatBreaksARuleIsToldAndTheOthersAreTaken(String line, String code) {
        FigureLines lines = parse(HEADER + "NL,a,2022,1,%,s,n,e\n\n" + line + "\nNL,b,2022,1,%,s,n,e\n");

        assertThat(lines.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.line()).isEqualTo(4);
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.detail()).isNotBlank();
        });
        assertThat(lines.figures()).extracting(ContextFigure::indicator).containsExactly("a", "b");
    }

    @Test
    void aTextMayBeLongButNotEndless() {
        String longest = "s".repeat(300);

        FigureLines lines = parse(HEADER + "NL,a,2022,1,%," + longest + ",n,e\nNL,b,2022,1,%," + longest + "s,n,e\n");

        assertThat(lines.figures()).hasSize(1);
        assertThat(lines.refused()).extracting(RefusedLine::code).containsExactly("too-long");
    }

    @Test
    void aHundredThousandLinesAreTakenAndOneMoreIsTooMany() {
        String hundredThousand = HEADER + "NL,a,2022,1,%,s,n,e\n".repeat(100_000);

        assertThat(parse(hundredThousand).figures()).hasSize(100_000);
        assertThatThrownBy(() -> parse(hundredThousand + "NL,a,2022,1,%,s,n,e\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("100000 lines");
    }

    @Test
    void tenMillionBytesAreTakenAndOneMoreIsTooMany() {
        byte[] tenMillion = (HEADER + " ".repeat(10_000_000 - HEADER.length())).getBytes(StandardCharsets.UTF_8);

        assertThat(FigureLines.parse(tenMillion, RULES).figures()).isEmpty();
        assertThatThrownBy(() -> FigureLines.parse(Arrays.copyOf(tenMillion, 10_000_001), RULES))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("10000001");
    }

    private static FigureLines parse(String text) {
        return FigureLines.parse(text.getBytes(StandardCharsets.UTF_8), RULES);
    }
}
