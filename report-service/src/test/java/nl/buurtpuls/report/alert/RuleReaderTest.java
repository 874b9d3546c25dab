package nl.buurtpuls.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.report.alert.RuleStore.Kept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final WebhookPolicy PUBLIC = new WebhookPolicy(true, false);
    /** As section 4 of the contract has it. */
    private static final String RULE =
            "{'id':'bijstand-buurt','indicator':'social-assistance.minors.share','level':'buurt',"
                    + "'within':'GM0917','direction':'above','threshold':0.25,'clearAt':0.23,'holdFor':'P7D',"
                    + "'minimumPopulation':100,'severity':'warning','webhook':'https://example.nl/hooks/buurtpuls'}";

    @Test
    void theRuleOfTheContractIsRead() throws JsonProcessingException {
        AlertRule rule = RuleReader.read(json(RULE), "GM0917"::equals, PUBLIC).rule();

        assertThat(rule).isNotNull();
        assertThat(rule.id()).isEqualTo("bijstand-buurt");
        assertThat(rule.level()).isEqualTo(Level.BUURT);
        assertThat(rule.condition()).isEqualTo(new Condition.Threshold(Direction.ABOVE, 0.25, 0.23));
        assertThat(rule.holdFor()).isEqualTo(Period.ofDays(7));
        assertThat(rule.minimumPopulation()).isEqualTo(100);
        assertThat(rule.webhook()).isEqualTo(URI.create("https://example.nl/hooks/buurtpuls"));
        assertThat(rule.enabled()).isTrue();
        assertThat(rule.exact()).isFalse();
    }

    @Test
    void theRuleThatTheManualMakesIsRight() throws IOException {
        String manual = Files.readString(Path.of("../docs/alerts.md"));
        String body = manual.substring(manual.indexOf("-d '") + 4, manual.indexOf("}'") + 1);

        assertThat(RuleReader.read(JSON.readTree(body), "GM0917"::equals, PUBLIC))
                .isEqualTo(RuleReader.read(json(RULE), "GM0917"::equals, PUBLIC))
                .satisfies(result -> assertThat(result.errors()).isEmpty());
    }

    @Test
    void aChangeAndAPlaceAreConditionsToo() throws JsonProcessingException {
        assertThat(with("{'direction':null,'threshold':null,'clearAt':0.03,'change':{'over':'1y','above':0.05}}")
                        .rule())
                .extracting(AlertRule::condition)
                .isEqualTo(new Condition.Change(Window.ONE_YEAR, Direction.ABOVE, 0.05, 0.03));
        assertThat(with("{'threshold':null,'clearAt':12,'rank':{'worst':10}}").rule())
                .extracting(AlertRule::condition)
                .isEqualTo(new Condition.Rank(Direction.ABOVE, 10, 12));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':'Bijstand buurt'}                    | /id                | rule-id",
                "{'id':null}                                | /id                | required",
                "{'indicator':'minors.share'}               | /indicator         | unknown-indicator",
                "{'indicator':'social-assistance.gini'}     | /indicator         | not-at-this-level",
                "{'level':'street'}                         | /level             | not-one-of",
                "{'within':'GM4711'}                        | /within            | unknown-area",
                "{'direction':'over'}                       | /direction         | not-one-of",
                "{'threshold':'a quarter'}                  | /threshold         | not-a-number",
                "{'threshold':25}                           | /threshold         | out-of-range",
                "{'threshold':null}                         | /threshold         | exactly-one",
                "{'rank':{'worst':10}}                      | /rank              | exactly-one",
                "{'change':{'over':'1y','above':0.05}}      | /change            | exactly-one",
                "{'direction':null,'threshold':null,'change':{'over':'2y'}} | /change/over | not-one-of",
                "{'direction':null,'threshold':null,'change':{'over':'1y'}} | /change      | exactly-one",
                "{'threshold':null,'change':{'over':'1y','above':0.05}} | /direction   | not-with-change",
                "{'treshold':0.25}                          | /treshold          | unknown-field",
                "{'minimum/population':100}                 | /minimum~1population | unknown-field",
                "{'change':{'over':'1y','abov':0.05}}       | /change/abov       | unknown-field",
                "{'rank':{'worst':10,'best':1}}             | /rank/best         | unknown-field",
                "{'reason':{'nl':'a','en':'b','de':'c'}}    | /reason/de         | unknown-field",
                "{'threshold':null,'rank':{'worst':0}}      | /rank/worst        | out-of-range",
                "{'clearAt':0.27}                           | /clearAt           | wrong-side",
                "{'direction':'below','clearAt':0.2}        | /clearAt           | wrong-side",
                "{'threshold':null,'rank':{'worst':10},'clearAt':9} | /clearAt   | wrong-side",
                "{'threshold':null,'clearAt':null,'rank':{'worst':10},'within':null} | /within | required",
                "{'holdFor':'a week'}                       | /holdFor           | not-a-period",
                "{'holdFor':'P-7D'}                         | /holdFor           | not-a-period",
                "{'holdFor':'PT36H'}                        | /holdFor           | not-a-period",
                "{'holdFor':'P11Y'}                         | /holdFor           | not-a-period",
                "{'minimumPopulation':-1}                   | /minimumPopulation | out-of-range",
                "{'minimumPopulation':0.5}                  | /minimumPopulation | out-of-range",
                "{'minimumPopulation':18446744073709551621}   | /minimumPopulation | out-of-range",
                "{'severity':'fatal'}                       | /severity          | not-one-of",
                "{'exact':'yes'}                            | /exact             | not-a-boolean",
                "{'reason':{'nl':'daarom'}}                 | /reason            | not-a-text",
                "{'webhook':'ftp://example.nl'}             | /webhook           | not-an-address",
                "{'webhook':'http://example.nl'}            | /webhook           | not-an-address",
                "{'webhook':'https://me@example.nl'}        | /webhook           | not-an-address",
                "{'webhook':'https://localhost/x'}          | /webhook           | private-address",
                "{'webhook':'https://10.1.2.3/x'}           | /webhook           | private-address",
                "{'webhook':'https://2130706433/x'}         | /webhook           | private-address",
                "{'webhook':'https://[::1]/x'}              | /webhook           | private-address",
                "{'webhook':'https://[::ffff:10.0.0.1]/x'}  | /webhook           | private-address",
                "{'webhook':'https://kafka.internal/x'}     | /webhook           | private-address",
            })
    void whatDoesNotHoldTogetherIsRefusedByNameAndRule(String change, String pointer, String code)
            throws JsonProcessingException {
        RuleReader.Result result = with(change);

        assertThat(result.rule()).isNull();
        assertThat(result.errors()).extracting(FieldError::pointer).contains(pointer);
        assertThat(result.errors()).extracting(FieldError::code).contains(code);
        assertThat(result.errors()).extracting(FieldError::detail).allMatch(detail -> !detail.isBlank());
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws JsonProcessingException {
        assertThat(with("{'level':'street','severity':'fatal','holdFor':'soon'}")
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/level", "/severity", "/holdFor");
    }

    @Test
    void whatIsReadOfARuleMayBeWrittenBack() {
        for (AlertRule rule : StarterSet.read(JSON)) {
            Kept kept = new Kept(rule, 3, false, Instant.EPOCH.atOffset(ZoneOffset.UTC), "anna");
            JsonNode read = JSON.valueToTree(RuleView.of(kept));

            assertThat(RuleReader.read(read, any -> true, PUBLIC)).isEqualTo(new RuleReader.Result(rule, List.of()));
        }
    }

    @Test
    void withoutASecretNobodyIsToldAndInsideOnlyWhereThatIsAllowed() throws JsonProcessingException {
        ObjectNode inside = json(RULE).put("webhook", "http://127.0.0.1:9999/hook");

        assertThat(RuleReader.read(inside, "GM0917"::equals, new WebhookPolicy(true, true))
                        .errors())
                .isEmpty();
        assertThat(RuleReader.read(json(RULE), "GM0917"::equals, new WebhookPolicy(false, false))
                        .errors())
                .extracting(FieldError::code)
                .containsExactly("no-secret");
    }

    private static RuleReader.Result with(String change) throws JsonProcessingException {
        ObjectNode rule = json(RULE);
        rule.setAll(json(change));
        return RuleReader.read(rule, Set.of("GM0917", "HN")::contains, PUBLIC);
    }

    private static ObjectNode json(String text) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    }
}
