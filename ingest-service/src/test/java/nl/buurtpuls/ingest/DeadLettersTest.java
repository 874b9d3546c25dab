package nl.buurtpuls.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.topic.DeadLetterHeaders;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.ingest.testing.Moves;
import nl.buurtpuls.ingest.testing.Published;
import nl.buurtpuls.ingest.testing.RealKafka;
import nl.buurtpuls.ingest.testing.Topics;
import nl.buurtpuls.local.token.Grant;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What could not be applied is listed, mended, and sent again. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
class DeadLettersTest {

    private static final String DEATH =
            "{\"person\":{\"id\":\"someone\"},\"municipality\":\"%s\",\"effectiveDate\":\"2024-05-01\"}";

    @Test
    void letterIsOpenUntilItIsMendedAndSentAgain() {
        String letter = bury(Topic.MUTATIONS, "GM0880", "{\"person\":{\"id\":\"someone\"", event("dead-1"));

        list("GM0880")
                .body("id", contains(letter))
                .body("[0].state", equalTo("open"))
                .body("[0].municipality", equalTo("GM0880"))
                .body("[0].reason", equalTo("it is broken, and of *********"))
                .body("[0].type", equalTo("nl.brp.overleden"))
                .body("[0].event.id", equalTo("dead-1"))
                .body("[0]", not(hasKey("resent")));

        resend(letter, Moves.of("dead-1-mended", "GM0363"))
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("event.id", equalTo("dead-1-mended"));

        assertThat(Published.last().id().id()).isEqualTo("dead-1-mended");
        list("GM0880").body("", empty());
        list("GM0880&state=resent").body("id", contains(letter)).body("[0].resent.as.id", equalTo("dead-1-mended"));
        list("GM0880&state=all").body("id", contains(letter));
        resend(letter, Moves.of("dead-1-again", "GM0363")).statusCode(409);
    }

    @Test
    void letterThatIsWellAfterAllIsSentAsItWas() {
        String letter = bury(Topic.MUTATIONS, "GM0881", DEATH.formatted("GM0881"), event("dead-2"));

        resend(letter, "").statusCode(202).body("event.id", equalTo("dead-2"));

        Event sent = Published.last();
        assertThat(sent.id().id()).isEqualTo("dead-2");
        assertThat(sent.data().municipality()).isEqualTo("GM0881");
        assertThat(sent.data().subject().id()).isEqualTo("someone");
        list("GM0881").body("", empty());
    }

    @Test
    void letterThatIsStillBrokenStaysOpenAndIsToldWhatItBreaks() {
        String letter = bury(Topic.MUTATIONS, "GM0882", "{\"person\":", event("dead-3"));
        int before = Published.all().size();

        resend(letter, "").statusCode(400).body("errors.pointer", contains("/data"));
        resend(letter, Moves.of("dead-3", "GM0363").replace("BU09171000", "BU03630000"))
                .statusCode(400)
                .body("errors.code", contains("unknown-buurt"));

        assertThat(Published.all()).hasSize(before);
        list("GM0882").body("id", contains(letter));
    }

    @Test
    void onlyTheMunicipalitysOwnLettersAreListedThePageAskedFor() {
        String first = bury(Topic.MUTATIONS, "GM0883", "1", event("dead-4"));
        String second = bury(Topic.MUTATIONS, "GM0883", "2", event("dead-5"));
        bury(Topic.MUTATIONS, "GM0884", "3", event("dead-6"));

        list("GM0883").body("id", contains(second, first));
        list("GM0883&pageSize=1&page=2").body("id", contains(first));
        list("GM0885").body("", empty());
    }

    @Test
    void letterOfAnotherTopicIsListedAndNotSentAgain() {
        String letter = bury(Topic.LEDGER, "GM0886", "x", List.of());

        list("GM0886").body("[0].topic", equalTo("buurtpuls.ledger"));
        resend(letter, "").statusCode(409).body("detail", containsString("no mutation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-999999999", "99-0", "one", "1", "1-2-3"})
    void letterThatIsNotThereIsNotFound(String letter) {
        resend(letter, "").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"municipality=Heerlen", "state=closed", "page=0", "pageSize=1001"})
    void parameterThatSaysNothingIsNamed(String query) {
        given().get("/v1/dead-letters?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/" + query.substring(0, query.indexOf('='))));
    }

    @Test
    void lettersOfOthersAreNeitherListedNorSentAgain() {
        String letter = bury(Topic.MUTATIONS, "GM0887", DEATH.formatted("GM0887"), event("dead-7"));
        String own = bury(Topic.MUTATIONS, "GM0888", DEATH.formatted("GM0887"), event("dead-8"));
        String token = RealKafka.token(Grant.of(Roles.MUTATION_WRITER).speakingFor(Municipalities.parse("GM0888")));

        given().auth().oauth2(token).get("/v1/dead-letters").then().body("id", contains(own));
        given().auth()
                .oauth2(token)
                .get("/v1/dead-letters?municipality=GM0887")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(token)
                .contentType("application/cloudevents+json")
                .post("/v1/dead-letters/" + letter + "/resend")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(token)
                .contentType("application/cloudevents+json")
                .post("/v1/dead-letters/" + own + "/resend")
                .then()
                .statusCode(403)
                .body("errors.code", contains("forbidden-municipality"));
        given().auth().none().get("/v1/dead-letters").then().statusCode(401);
    }

    private static List<Header> event(String id) {
        return List.of(
                DeadLetterHeaders.header("ce_specversion", "1.0"),
                DeadLetterHeaders.header("ce_id", id),
                DeadLetterHeaders.header("ce_source", "urn:nld:x:y"),
                DeadLetterHeaders.header("ce_type", "nl.brp.overleden"),
                DeadLetterHeaders.header("ce_time", "2024-05-02T10:00:00Z"));
    }

    /** In the way of a service that cannot read a record; returns the letter's name. */
    private static String bury(Topic from, String key, String value, List<Header> headers) {
        RecordMetadata letter = Topics.write(
                Topic.DEAD_LETTERS,
                key,
                value,
                DeadLetterHeaders.of(
                        new RecordHeaders(headers), from.topicName(), 0, 0, "it is broken, and of 999990019"));
        return letter.partition() + "-" + letter.offset();
    }

    private static ValidatableResponse list(String municipality) {
        return given().get("/v1/dead-letters?municipality=" + municipality)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse resend(String letter, String mended) {
        return given().contentType("application/cloudevents+json")
                .body(mended.getBytes(StandardCharsets.UTF_8))
                .post("/v1/dead-letters/" + letter + "/resend")
                .then();
    }
}
