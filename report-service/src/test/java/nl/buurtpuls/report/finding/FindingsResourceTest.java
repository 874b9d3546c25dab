package nl.buurtpuls.report.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.finding.FindingKind;
import nl.buurtpuls.contract.topic.DeadLetterHeaders;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.token.Grant;
import nl.buurtpuls.report.testing.Keys;
import nl.buurtpuls.report.testing.Patience;
import nl.buurtpuls.report.testing.Publisher;
import nl.buurtpuls.report.testing.Records;
import nl.buurtpuls.report.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class FindingsResourceTest {

    @Inject
    Publisher publisher;

    @Inject
    MeterRegistry metrics;

    @Inject
    Records records;

    @Test
    void newestStandsFirstWithWhatIsWrongAndWhatToDoInTheReadersLanguage() {
        publish("GM9101", "e-1", "not-resident", "2024-06-01T10:00:00Z");
        publish("GM9101", "e-2", "after-death", "2024-06-03T10:00:00Z");
        publish("GM9101", "e-3", "already-resident", "2024-06-02T10:00:00Z");
        publish("GM9102", "e-4", "not-resident", "2024-06-04T10:00:00Z");
        awaitFindings("GM9101", 3);

        read("/v1/findings?municipality=GM9101")
                .then()
                .statusCode(200)
                .body("id", contains("e-2", "e-3", "e-1"))
                .body("[0].municipality", equalTo("GM9101"))
                .body("[0].source", equalTo("urn:nld:x:y"))
                .body("[0].kind", equalTo("after-death"))
                .body("[0].foundAt", equalTo("2024-06-03T10:00:00Z"))
                .body("[0].text", equalTo(FindingKind.AFTER_DEATH.meaning().nl()))
                .body("[0].remedy", equalTo(FindingKind.AFTER_DEATH.remedy().nl()))
                .body("[0]", not(hasKey("conflict")));
        staff().header("Accept-Language", "en")
                .get("/v1/findings?municipality=GM9101&kind=after-death")
                .then()
                .body("remedy", contains(FindingKind.AFTER_DEATH.remedy().en()));
        read("/v1/findings?municipality=GM9101&from=2024-06-02").then().body("id", contains("e-2", "e-3"));
        read("/v1/findings?municipality=GM9101&pageSize=2&page=2").then().body("id", contains("e-1"));
    }

    @Test
    void whatIsFoundAgainIsOneFindingAsOfTheLastTime() {
        publish("GM9103", "again", "not-resident", "2024-06-01T10:00:00Z");
        publish("GM9103", "again", "not-resident", "2024-06-05T10:00:00Z");
        publish("GM9103", "other", "not-resident", "2024-06-02T10:00:00Z");
        awaitFindings("GM9103", 2);

        read("/v1/findings?municipality=GM9103")
                .then()
                .body("id", contains("again", "other"))
                .body("[0].foundAt", equalTo("2024-06-05T10:00:00Z"));
    }

    @Test
    void eventOfTwoContentsShowsBothAndWhichCounts() {
        publisher.finding("GM9104", """
                        {"municipality":"GM9104","code":"conflicting-content","detail":"two","foundAt":"2024-06-01T10:00:00Z",
                         "event":{"source":"urn:nld:x:y","id":"twice"},
                         "conflict":{"counts":{"type":"nl.brp.overleden","time":"2024-05-01T10:00:00Z"},
                                     "doesNot":{"type":"nl.brp.overleden","time":"2024-05-02T10:00:00Z"},
                                     "differsIn":["/time","/data/effectiveDate"]}}""").done();
        awaitFindings("GM9104", 1);

        read("/v1/findings?municipality=GM9104")
                .then()
                .body("[0].conflict.counts.time", equalTo("2024-05-01T10:00:00Z"))
                .body("[0].conflict.doesNot.time", equalTo("2024-05-02T10:00:00Z"))
                .body("[0].conflict.differsIn", contains("/time", "/data/effectiveDate"));
    }

    @Test
    void afterNinetyDaysAFindingIsGone() {
        publish("GM9105", "old", "not-resident", "2024-03-17T09:59:59Z");
        publish("GM9105", "in-time", "not-resident", "2024-03-17T10:00:00Z");
        awaitFindings("GM9105", 1);

        read("/v1/findings?municipality=GM9105").then().body("id", contains("in-time"));
        read("/v1/findings?municipality=GM9105&from=2024-01-01").then().body("id", contains("in-time"));
    }

    @Test
    void whatAScrubHasTakenOutOfTheTopicIsGoneAndTheOthersStay() throws InterruptedException {
        publish("GM9112", "of-someone-erased", "not-resident", "2024-06-01T10:00:00Z");
        publish("GM9112", "of-another", "after-death", "2024-06-01T10:00:00Z");
        awaitFindings("GM9112", 2);

        // As a scrub does: what stays is written again, and what stood before is deleted.
        publisher.forgetFindingsBeforeLastOf(
                "GM9112", finding("GM9112", "of-another", "after-death", "2024-06-01T10:00:00Z"));

        awaitFindings("GM9112", 1);
        read("/v1/findings?municipality=GM9112").then().body("id", contains("of-another"));
    }

    @Test
    void kindOfANewerEngineIsShownInItsOwnWords() {
        publish("GM9106", "new", "not-thought-of-yet", "2024-06-01T10:00:00Z");
        awaitFindings("GM9106", 1);

        read("/v1/findings?municipality=GM9106")
                .then()
                .body("[0].kind", equalTo("not-thought-of-yet"))
                .body("[0].text", equalTo("what the topic says"))
                .body("[0].remedy", equalTo(null));
    }

    @Test
    void listIsHadAsCsvAndByItsTag() {
        publish("GM9107", "csv", "after-death", "2024-06-01T10:00:00Z");
        awaitFindings("GM9107", 1);

        staff().header("Accept", "text/csv")
                .get("/v1/findings?municipality=GM9107")
                .then()
                .contentType(startsWith("text/csv"))
                .body(startsWith("foundAt,municipality,kind,source,id,text,remedy,differsIn\r\n"))
                .body(containsString("2024-06-01T10:00:00Z,GM9107,after-death,urn:nld:x:y,csv,"));
        String tag = read("/v1/findings?municipality=GM9107").header("ETag");
        staff().header("If-None-Match", tag)
                .get("/v1/findings?municipality=GM9107")
                .then()
                .statusCode(304);
        read("/v1/findings?municipality=GM9199").then().statusCode(200).body("", empty());
    }

    @Test
    void countedByKindAndByMunicipalitiesThatThereAre() {
        double heerlen = counted("after-death", "GM0917");
        double other = counted("other", "other");
        publish("GM0917", "counted", "after-death", "2024-06-01T10:00:00Z");
        publish("GM9108", "counted", "not-thought-of-yet", "2024-06-01T10:00:00Z");
        awaitFindings("GM0917", 1);
        awaitFindings("GM9108", 1);

        await().atMost(Patience.LIMIT).untilAsserted(() -> {
            assertThat(counted("after-death", "GM0917")).isEqualTo(heerlen + 1);
            assertThat(counted("other", "other")).isGreaterThan(other);
        });
    }

    @Test
    void whatIsNoFindingGoesToTheDeadLettersAndHoldsUpNothing() {
        publisher
                .finding("GM9109", "no finding")
                .finding("GM9109", "{\"municipality\":\"GM9109\"}")
                .finding("GM9109", "null")
                .done();
        publish("GM9109", "next", "not-resident", "2024-06-01T10:00:00Z");
        awaitFindings("GM9109", 1);

        assertThat(records.under(Topic.DEAD_LETTERS, "GM9109"))
                .hasSize(3)
                .allSatisfy(letter -> {
                    assertThat(Records.header(letter, DeadLetterHeaders.TOPIC)).isEqualTo(Topic.FINDINGS.topicName());
                    assertThat(Records.header(letter, DeadLetterHeaders.REASON)).isNotBlank();
                    assertThat(Records.header(letter, DeadLetterHeaders.OFFSET)).matches("\\d+");
                })
                .first()
                .satisfies(letter -> assertThat(letter.value()).asString().isEqualTo("no finding"));
    }

    @ParameterizedTest
    @CsvSource({
        "municipality=Heerlen, municipality, municipality-code",
        "kind=nonsense, kind, not-one-of",
        "from=yesterday, from, not-a-date",
        "page=0, page, out-of-range",
        "pageSize=none, pageSize, out-of-range"
    })
    void parameterThatSaysNothingIsNamed(String query, String parameter, String code) {
        read("/v1/findings?" + query)
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("errors[0].pointer", equalTo("/" + parameter))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void onlyStaffOfTheMunicipalityReadsItsFindings() {
        publish("GM9110", "mine", "not-resident", "2024-06-01T10:00:00Z");
        publish("GM9111", "theirs", "not-resident", "2024-06-02T10:00:00Z");
        awaitFindings("GM9110", 1);
        awaitFindings("GM9111", 1);
        Grant some = Grant.of(Roles.EXACT_READER).speakingFor(Municipalities.parse("GM9110 GM9119"));

        with(some).get("/v1/findings").then().statusCode(200).body("id", contains("mine"));
        with(some).get("/v1/findings?municipality=GM9110").then().body("id", contains("mine"));
        with(some)
                .get("/v1/findings?municipality=GM9111")
                .then()
                .statusCode(403)
                .header("WWW-Authenticate", containsString("insufficient_scope"))
                .body("detail", containsString("GM9111"));
        with(Grant.of(Roles.MUTATION_WRITER).speakingFor(Municipalities.parse("")))
                .get("/v1/findings")
                .then()
                .statusCode(403);
        with(Grant.of(Roles.REPORT_READER)).get("/v1/findings").then().statusCode(403);
        RestAssured.given().get("/v1/findings").then().statusCode(401);
    }

    private static RequestSpecification staff() {
        return with(Grant.of(Roles.MUTATION_WRITER));
    }

    private static RequestSpecification with(Grant grant) {
        return RestAssured.given().header("Authorization", Keys.bearer(grant));
    }

    private static Response read(String path) {
        return staff().get(path);
    }

    private void publish(String municipality, String event, String code, String foundAt) {
        publisher
                .finding(municipality, finding(municipality, event, code, foundAt))
                .done();
    }

    private static String finding(String municipality, String event, String code, String foundAt) {
        return """
                {"municipality":"%s","code":"%s","detail":"what the topic says","foundAt":"%s",
                 "event":{"source":"urn:nld:x:y","id":"%s"}}""".formatted(municipality, code, foundAt, event);
    }

    private static void awaitFindings(String municipality, int number) {
        await().atMost(Patience.LIMIT).untilAsserted(() -> {
            List<String> ids =
                    read("/v1/findings?municipality=" + municipality).jsonPath().getList("id");
            assertThat(ids).hasSize(number);
        });
    }

    private double counted(String code, String municipality) {
        return metrics.counter("buurtpuls.findings.stored", "code", code, "municipality", municipality)
                .count();
    }
}
