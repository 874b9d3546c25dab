package nl.buurtpuls.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.ingest.testing.Moves;
import nl.buurtpuls.ingest.testing.Published;
import nl.buurtpuls.ingest.testing.RawCall;
import nl.buurtpuls.ingest.testing.RealKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service with a real broker: what is answered, and what is in the topic then. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
class IngestTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private long before;

    @BeforeAll
    static void sendBodiesAsTheyAre() {
        RestAssured.config = RestAssured.config()
                .encoderConfig(
                        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    @BeforeEach
    void rememberTheTopicsEnd() {
        before = Published.all().size();
    }

    @Test
    void moveIsPublishedUnderBothKeysWithoutABsn() {
        push(STRUCTURED, Moves.of("m-1", "GM0363")).then().statusCode(202).body("accepted", equalTo(1));

        List<ConsumerRecord<String, byte[]>> records = Published.all().subList((int) before, (int) before + 2);
        assertThat(records).extracting(ConsumerRecord::key).containsExactlyInAnyOrder("GM0917", "GM0363");
        for (ConsumerRecord<String, byte[]> record : records) {
            assertThat(new String(record.value(), StandardCharsets.UTF_8) + record.headers())
                    .doesNotContain("999990019");
            Event event = EventHeaders.read(record.headers(), record.value());
            assertThat(event.id().id()).isEqualTo("m-1");
        }
    }

    @Test
    void binaryModeSaysTheSame() {
        given().contentType("application/json")
                .headers(Map.of(
                        "ce-specversion", "1.0",
                        "ce-id", "b%201",
                        "ce-source", "urn:nld:x:y",
                        "ce-type", "nl.brp.overleden",
                        "ce-time", "2021-03-02T09:14:05Z"))
                .body("{\"person\":{\"id\":\"p\"},\"municipality\":\"GM0917\",\"effectiveDate\":\"2021-03-01\"}")
                .post("/v1/events")
                .then()
                .statusCode(202);

        assertThat(Published.last().id().id()).isEqualTo("b 1");
    }

    @Test
    void batchIsAllOrNothing() {
        push(BATCH, "[" + Moves.of("x-1", "GM0363") + "," + Moves.of("x-2", "GM0917") + ",7]")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("errors.index", equalTo(List.of(1, 2)))
                .body("errors[0].pointer", equalTo("/data/origin/municipality"))
                .body("errors[0].code", equalTo("own-municipality"));
        assertThat(Published.all()).hasSize((int) before);

        push(BATCH, "[" + Moves.of("x-1", "GM0363") + "," + Moves.of("x-2", "GM0014") + "]")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(2));
        assertThat(Published.all()).hasSize((int) before + 4);

        push(BATCH, "[]").then().statusCode(202).body("accepted", equalTo(0));
    }

    @Test
    void bulkTakesTheGoodLinesAndNamesTheOthers() {
        String lines = Moves.of("l-1", "GM0363") + "\n\nnot json\n" + Moves.of("l-2", "GM0917") + "\n"
                + Moves.of("l-3", "GM0014");

        String answer = given().contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/events/bulk")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/x-ndjson"))
                .extract()
                .asString();

        assertThat(answer.lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("{\"line\":3,").contains("malformed-json"),
                        second -> assertThat(second).startsWith("{\"line\":4,").contains("own-municipality"),
                        last -> assertThat(last).isEqualTo("{\"accepted\":2,\"refused\":2}"));
        assertThat(Published.all()).hasSize((int) before + 4);
    }

    @Test
    void loadThatGoesOnCountsItsLinesOn() {
        String answer = given().contentType("application/x-ndjson")
                .header("Buurtpuls-Resume", "12000")
                .body((Moves.of("r-1", "GM0363") + "\n{}\n").getBytes(StandardCharsets.UTF_8))
                .post("/v1/events/bulk")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(answer.lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("{\"line\":12002,"),
                        last -> assertThat(last).isEqualTo("{\"accepted\":1,\"refused\":1}"));
        for (String wrong : List.of("-1", "twelve", "1.5", "9999999999999999999")) {
            given().contentType("application/x-ndjson")
                    .header("Buurtpuls-Resume", wrong)
                    .body(Moves.of("r-2", "GM0363").getBytes(StandardCharsets.UTF_8))
                    .post("/v1/events/bulk")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/Buurtpuls-Resume"))
                    .body("errors[0].code", equalTo("out-of-range"));
        }
    }

    @Test
    void brokenConnectionLeavesWholeLinesAndNothingElse() throws IOException, InterruptedException {
        String lines = Moves.of("b-1", "GM0363") + "\n" + Moves.of("b-2", "GM0363") + "\n";
        String half = Moves.of("b-3", "GM0363");
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String call = RawCall.head(
                    "POST /v1/events/bulk HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/x-ndjson",
                    "Content-Length: 100000");
            socket.getOutputStream().write((call + lines + half).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            awaitPublished((int) before + 4);
        }
        push(STRUCTURED, Moves.of("after-the-break", "GM0363")).then().statusCode(202);

        assertThat(Published.eventsAfter(before).stream()
                        .map(event -> event.id().id())
                        .distinct())
                .containsExactlyInAnyOrder("b-1", "b-2", "after-the-break");
    }

    private static void awaitPublished(int records) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (Published.all().size() < records) {
            assertThat(System.nanoTime()).as("published in time").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    @Test
    void connectionGoesOnAfterARefusalThatWasReadToItsEnd() throws IOException {
        String call = RawCall.head(
                "POST /v1/events HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/cloudevents+json",
                "Content-Length: 2");
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write((call + "{}").getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();

                RawCall.Answer answer = RawCall.read(socket.getInputStream());
                answer.assertProblem(400);
                assertThat(answer.headers()).doesNotContainKey("Connection");
            }
        }
    }

    @Test
    void whoIsNotReadToItsEndIsToldThatTheConnectionCloses() {
        String call = RawCall.head(
                "POST /v1/events HTTP/1.1", "Host: localhost", "Content-Type: text/plain", "Content-Length: 1000000");

        RawCall.Answer answer = RawCall.send(RestAssured.port, (call + "{").getBytes(StandardCharsets.US_ASCII))
                .orElseThrow();

        answer.assertProblem(415);
        assertThat(answer.headers()).containsEntry("Connection", "close");
    }

    @Test
    void tooMuchIsRefused() {
        String one = "{}";
        String batch = IntStream.rangeClosed(0, 10_000).mapToObj(i -> one).collect(Collectors.joining(",", "[", "]"));
        push(BATCH, batch).then().statusCode(413).body("title", equalTo("The body is too large"));

        given().contentType(STRUCTURED)
                .body(new byte[100 * 1024 * 1024])
                .post("/v1/events")
                .then()
                .statusCode(413);

        push(STRUCTURED, Moves.of("after", "GM0363")).then().statusCode(202);
    }

    @Test
    void everyAnswerHasTheHeadersOfTheDesignRules() {
        push(STRUCTURED, "{")
                .then()
                .header("API-Version", "1.0.0")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        given().get("/v1/openapi.json")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .body("paths", hasKey("/v1/events/bulk"));
    }

    @Test
    void batchOfMillionsOfNothingsIsRefusedAtAFractionOfItsSize() {
        push(BATCH, "[" + "{},".repeat(10_000_000) + "{}]").then().statusCode(413);
        push(STRUCTURED, "{\"a\":[" + "{},".repeat(1_000_000) + "{}]}").then().statusCode(413);
        push(BATCH, "[{\"a\":[" + "{},".repeat(1_000_000) + "{}]}]")
                .then()
                .statusCode(400)
                .body("errors[0].index", equalTo(0))
                .body("errors[0].code", equalTo("too-long"));
        assertThat(Published.all()).hasSize((int) before);
    }

    @Test
    void metricsTellWhatWasTakenAndWhyTheRestWasNot() {
        push(STRUCTURED, Moves.of("counted", "GM0363")).then().statusCode(202);
        push(STRUCTURED, Moves.of("refused", "GM0917")).then().statusCode(400);
        push(STRUCTURED, "{").then().statusCode(400);

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("buurtpuls_events_accepted_total{type=\"nl.brp.verhuisd.intergemeentelijk\"}"))
                .body(containsString("buurtpuls_events_refused_total{code=\"own-municipality\"}"))
                .body(containsString("buurtpuls_events_refused_total{code=\"malformed-json\"}"))
                .body(containsString("buurtpuls_publish_seconds_count"));
    }

    @Test
    void serviceWithABrokerIsReady() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void openApiListsEveryRule() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(given().get("/v1/openapi.json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());

        assertThat(document.at("/components/schemas/FieldError/properties/code/enum"))
                .extracting(JsonNode::asText)
                .contains("bsn-in-attribute", "unknown-buurt", "too-far-ahead");
    }

    private static Response push(String contentType, String body) {
        return push(contentType, body, "/v1/events");
    }

    private static Response push(String contentType, String body, String path) {
        return given().contentType(contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }
}
