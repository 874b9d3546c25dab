package nl.buurtpuls.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.topic.DeadLetterHeaders;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.ingest.testing.Moves;
import nl.buurtpuls.ingest.testing.RealKafka;
import nl.buurtpuls.ingest.testing.Topics;
import nl.buurtpuls.local.token.Grant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sender asks what became of its events. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
class EventOutcomeTest {

    private static final String SOURCE = "urn:nld:oin:00000001001234567000:systeem:x";

    @Test
    void eventIsAcceptedUntilTheEngineHasItAndAppliedThen() {
        push(Moves.of("outcome-1", "GM0363"));

        ask("outcome-1")
                .statusCode(200)
                .body("id", equalTo("outcome-1"))
                .body("source", equalTo(SOURCE))
                .body("type", equalTo("nl.brp.verhuisd.intergemeentelijk"))
                .body("state", equalTo("accepted"))
                .body("municipality", equalTo("GM0917"))
                .body("publishedAt", notNullValue())
                .body("copies", equalTo(1))
                .body("findings", empty())
                .body("$", not(hasKey("contents")))
                .body("$", not(hasKey("searchedFrom")));

        Topics.applyAll();
        ask("outcome-1").body("state", equalTo("applied"));
    }

    @Test
    void eventThatIsSentAgainIsOneEventOfSeveralCopies() {
        push(Moves.of("outcome-2", "GM0363"));
        push(Moves.of("outcome-2", "GM0363"));
        push(Moves.of("outcome-2", "GM0363"));

        ask("outcome-2").body("copies", equalTo(3)).body("$", not(hasKey("contents")));
        ask("outcome-2", Map.of("municipality", "GM0917")).body("copies", equalTo(3));
        ask("outcome-2", Map.of("municipality", "GM0363")).body("copies", equalTo(3));
    }

    @Test
    void ofTwoContentsBothAreShownAndTheOneLoggedEarlierCounts() {
        String later = Moves.of("outcome-3", "GM0363");
        String earlier = later.replace("2021-03-02T", "2021-03-01T").replace("GM0363", "GM0344");
        push(later);
        push(earlier);
        push(later);

        ask("outcome-3")
                .body("copies", equalTo(3))
                .body("contents.time", contains("2021-03-01T09:14:05Z", "2021-03-02T09:14:05Z"))
                .body("contents.counts", contains(true, false))
                .body("contents.copies", contains(1, 2));
    }

    @Test
    void whatIsTakenBackIsRetractedOnceTheEngineHasTheRetraction() {
        push(Moves.of("outcome-4", "GM0363"));
        Topics.applyAll();
        push(retraction("outcome-4r", "outcome-4", "999990019"));
        ask("outcome-4").body("state", equalTo("applied"));

        Topics.applyAll();
        ask("outcome-4").body("state", equalTo("retracted")).body("retractedBy.id", equalTo("outcome-4r"));
        ask("outcome-4r").body("state", equalTo("applied"));
    }

    @Test
    void retractionThatNamesSomeoneElseTakesNothingBack() {
        push(Moves.of("outcome-5", "GM0363"));
        push(retraction("outcome-5r", "outcome-5", "123456782"));
        Topics.applyAll();

        ask("outcome-5").body("state", equalTo("applied")).body("$", not(hasKey("retractedBy")));
    }

    /** As the engine has it: what a register said itself no other takes back or overrules. */
    @Test
    void whatAnotherRegisterSaysOfItChangesNothingUnderTheKeyOfItsOwn() {
        push(Moves.of("outcome-7", "GM0363"));
        push(retraction("outcome-7r", "outcome-7", "999990019")
                .replace("GM0363", "GM0344")
                .replace("GM0917", "GM0363")
                .replace("GM0344", "GM0917"));
        push(Moves.of("outcome-7", "GM0363")
                .replace("2021-03-02T", "2021-03-01T")
                .replace("GM0363", "GM0344")
                .replace("GM0917", "GM0363")
                .replace("BU0917", "BU0363")
                .replace("GM0344", "GM0917"));
        Topics.applyAll();

        ask("outcome-7", Map.of("municipality", "GM0917"))
                .body("municipality", equalTo("GM0917"))
                .body("state", equalTo("applied"))
                .body("contents.time", contains("2021-03-02T09:14:05Z", "2021-03-01T09:14:05Z"))
                .body("contents.counts", contains(true, false));
    }

    @Test
    void whatDoesNotAddUpAboutItIsTold() {
        push(Moves.of("outcome-6", "GM0363"));
        Topics.create(Topic.FINDINGS);
        for (String id : List.of("outcome-6", "another")) {
            Topics.write(Topic.FINDINGS, "GM0363", """
                    {"municipality":"GM0363","code":"not-resident","detail":"unknown here","foundAt":"2024-06-01T10:00:00Z",
                     "event":{"source":"%s","id":"%s"}}""".formatted(SOURCE, id), List.of());
        }
        Topics.write(Topic.FINDINGS, "GM0363", "no finding, for " + SOURCE, List.of());

        ask("outcome-6")
                .body("findings.code", contains("not-resident"))
                .body("findings[0].municipality", equalTo("GM0363"))
                .body("findings[0].remedy", containsString("retract"));
        ask("outcome-6", Map.of("municipality", "GM0917")).body("findings", empty());
    }

    @Test
    void whatCouldNotBeAppliedIsADeadLetter() {
        var headers = List.of(
                DeadLetterHeaders.header("ce_id", "outcome-7"),
                DeadLetterHeaders.header("ce_source", SOURCE),
                DeadLetterHeaders.header("ce_type", "nl.brp.overleden"));
        var mutation = Topics.write(Topic.MUTATIONS, "GM0917", "{", headers);
        var letter = Topics.write(
                Topic.DEAD_LETTERS,
                "GM0917",
                "{",
                DeadLetterHeaders.of(
                        new RecordHeaders(headers),
                        mutation.topic(),
                        mutation.partition(),
                        mutation.offset(),
                        "it is broken"));

        ask("outcome-7")
                .statusCode(200)
                .body("state", equalTo("dead-letter"))
                .body("type", equalTo("nl.brp.overleden"))
                .body("municipality", equalTo("GM0917"))
                .body("partition", equalTo(mutation.partition()))
                .body("offset", equalTo((int) mutation.offset()))
                .body("deadLetters", contains(letter.partition() + "-" + letter.offset()));
    }

    /** Whoever writes past the door may write anything: a name for a type, a BSN for a key, no numbers. */
    @Test
    void letterThatWasWrittenPastTheDoorTellsNothingOfAPerson() {
        var letter = Topics.write(
                Topic.DEAD_LETTERS,
                "999990019",
                "{",
                List.of(
                        DeadLetterHeaders.header("ce_id", "outcome-10"),
                        DeadLetterHeaders.header("ce_source", SOURCE),
                        DeadLetterHeaders.header("ce_type", "moved 999990019"),
                        DeadLetterHeaders.header(DeadLetterHeaders.TOPIC, Topic.MUTATIONS.topicName()),
                        DeadLetterHeaders.header(DeadLetterHeaders.PARTITION, "one"),
                        DeadLetterHeaders.header(DeadLetterHeaders.OFFSET, "two")));

        ask("outcome-10")
                .statusCode(200)
                .body("state", equalTo("dead-letter"))
                .body("type", equalTo("moved *********"))
                .body("$", not(hasKey("municipality")))
                .body("$", not(hasKey("partition")))
                .body("deadLetters", contains(letter.partition() + "-" + letter.offset()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a b", "ünïcøde ✓", "100%", "a?b#c", "a+b&c=d"})
    void idOfAnyCharactersCanBeAskedFor(String id) {
        push(Moves.of(id, "GM0363"));

        ask(id).statusCode(200).body("id", equalTo(id));
    }

    @Test
    void whatWasNeverPublishedThereIsNotFound() {
        push(Moves.of("outcome-8", "GM0363"));

        assertProblem(ask("never"), 404);
        assertProblem(ask("outcome-8", Map.of("source", "urn:nld:x:other")), 404);
        assertProblem(ask("outcome-8", Map.of("municipality", "GM0014")), 404);
    }

    @Test
    void withoutASourceNoEventIsNamed() {
        assertProblem(given().get("/v1/events/outcome-1").then(), 400).body("errors[0].pointer", equalTo("/source"));
        assertProblem(ask("outcome-1", Map.of("municipality", "Heerlen")), 400)
                .body("errors[0].pointer", equalTo("/municipality"));
    }

    @Test
    void onlyUnderKeysThatTheTokenSpeaksForIsLooked() {
        push(Moves.of("outcome-9", "GM0363"));

        askAs("GM0917 GM0014", "").statusCode(200).body("municipality", equalTo("GM0917"));
        askAs("GM0363", "&municipality=GM0363").statusCode(200);
        assertProblem(askAs("GM0014", ""), 404);
        assertProblem(askAs("GM0014", "&municipality=GM0917"), 403);
        assertProblem(askAs("", ""), 403);
        assertProblem(
                given().auth()
                        .none()
                        .get("/v1/events/outcome-9?source=" + SOURCE)
                        .then(),
                401);
    }

    private static ValidatableResponse askAs(String municipalities, String more) {
        String token =
                RealKafka.token(Grant.of(Roles.MUTATION_WRITER).speakingFor(Municipalities.parse(municipalities)));
        return given().auth()
                .oauth2(token)
                .get("/v1/events/outcome-9?source=" + SOURCE + more)
                .then();
    }

    private static ValidatableResponse assertProblem(ValidatableResponse answer, int status) {
        return answer.statusCode(status).contentType(startsWith("application/problem+json"));
    }

    private static ValidatableResponse ask(String id) {
        return ask(id, Map.of());
    }

    private static ValidatableResponse ask(String id, Map<String, String> more) {
        return given().pathParam("id", id)
                .queryParam("source", more.getOrDefault("source", SOURCE))
                .queryParams(
                        more.containsKey("municipality") ? Map.of("municipality", more.get("municipality")) : Map.of())
                .get("/v1/events/{id}")
                .then();
    }

    private static String retraction(String id, String retracts, String bsn) {
        return """
                {"specversion":"1.0","id":"%s","source":"%s","type":"nl.gebeurtenissen.ingetrokken",
                 "time":"2021-03-03T09:14:05Z","datacontenttype":"application/json",
                 "data":{"person":{"bsn":"%s"},"municipality":"GM0917","origin":{"municipality":"GM0363"},
                         "retracts":{"source":"%s","id":"%s"}}}""".formatted(id, SOURCE, bsn, SOURCE, retracts);
    }

    private static void push(String event) {
        given().contentType("application/cloudevents+json")
                .body(event.getBytes(StandardCharsets.UTF_8))
                .post("/v1/events")
                .then()
                .statusCode(202);
    }
}
