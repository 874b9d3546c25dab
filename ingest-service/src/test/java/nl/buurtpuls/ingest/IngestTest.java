package nl.buurtpuls.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.ingest.testing.RealKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        before = published().size();
    }

    @Test
    void moveIsPublishedUnderBothKeysWithoutABsn() {
        push(STRUCTURED, move("m-1", "GM0363")).then().statusCode(202).body("accepted", equalTo(1));

        List<ConsumerRecord<String, byte[]>> records = published().subList((int) before, (int) before + 2);
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

        assertThat(lastEvent().id().id()).isEqualTo("b 1");
    }

    @Test
    void batchIsAllOrNothing() {
        push(BATCH, "[" + move("x-1", "GM0363") + "," + move("x-2", "GM0917") + ",7]")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("errors.index", equalTo(List.of(1, 2)))
                .body("errors[0].pointer", equalTo("/data/origin/municipality"))
                .body("errors[0].code", equalTo("own-municipality"));
        assertThat(published()).hasSize((int) before);

        push(BATCH, "[" + move("x-1", "GM0363") + "," + move("x-2", "GM0014") + "]")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(2));
        assertThat(published()).hasSize((int) before + 4);

        push(BATCH, "[]").then().statusCode(202).body("accepted", equalTo(0));
    }

    @Test
    void bulkTakesTheGoodLinesAndNamesTheOthers() {
        String lines = move("l-1", "GM0363") + "\n\nnot json\n" + move("l-2", "GM0917") + "\n" + move("l-3", "GM0014");

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
        assertThat(published()).hasSize((int) before + 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                      | malformed-json",
                "{\"id\":1,\"id\":2}    | malformed-json",
                "{} {}                  | malformed-json",
                "[]                     | not-an-object",
                "7                      | not-an-object",
                "null                   | not-an-object",
                "{'id':1}               | malformed-json",
                "{\"a\":NaN}            | malformed-json",
            })
    void whatIsNoEventIsRefused(String body, String code) {
        push(STRUCTURED, body).then().statusCode(400).body("errors.code", hasItem(code));
        assertThat(published()).hasSize((int) before);
    }

    @Test
    void bodyThatIsNotUtf8IsRefused() {
        given().contentType(STRUCTURED)
                .body(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'})
                .post("/v1/events")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("not-utf-8"));
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

        push(STRUCTURED, move("after", "GM0363")).then().statusCode(202);
    }

    @Test
    void deepNestingIsRefused() {
        push(STRUCTURED, "[".repeat(100_000)).then().statusCode(400).body("errors[0].code", equalTo("malformed-json"));
    }

    @Test
    void otherMediaTypesPathsAndMethodsAreProblemsToo() {
        push("text/plain", "hello").then().statusCode(415).contentType(startsWith("application/problem+json"));
        given().get("/v1/events").then().statusCode(405).contentType(startsWith("application/problem+json"));
        given().get("/v1/nothing").then().statusCode(404).contentType(startsWith("application/problem+json"));
        push(STRUCTURED, "{}", "/v1/events/").then().statusCode(404);
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
    void withoutABrokerNothingIsPromised() throws InterruptedException {
        RealKafka.broker().part().kill();
        push(STRUCTURED, move("down", "GM0363"))
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .contentType(startsWith("application/problem+json"));
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);

        RealKafka.broker().part().close();
        RealKafka.broker().start();
        RealKafka.broker().awaitReady();
        int status = 503;
        for (int attempt = 0; attempt < 10 && status != 202; attempt++) {
            status = push(STRUCTURED, move("up", "GM0363")).statusCode();
        }
        assertThat(status).isEqualTo(202);
        assertThat(lastEvent().id().id()).isEqualTo("up");
    }

    private static Response push(String contentType, String body) {
        return push(contentType, body, "/v1/events");
    }

    private static Response push(String contentType, String body, String path) {
        return given().contentType(contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }

    private static String move(String id, String from) {
        return ("{'specversion':'1.0','id':'" + id + "','source':'urn:nld:oin:00000001001234567000:systeem:x',"
                        + "'type':'nl.brp.verhuisd.intergemeentelijk','time':'2021-03-02T09:14:05Z',"
                        + "'datacontenttype':'application/json','data':{'person':{'bsn':'999990019'},"
                        + "'municipality':'GM0917','effectiveDate':'2021-03-01','birthDate':'1987-05-12',"
                        + "'residence':{'buurt':'BU09171000','household':'h-123'},"
                        + "'origin':{'municipality':'" + from + "'}}}")
                .replace('\'', '"');
    }

    private static Event lastEvent() {
        return published().stream()
                .max(Comparator.comparingLong(ConsumerRecord::timestamp))
                .map(record -> EventHeaders.read(record.headers(), record.value()))
                .orElseThrow();
    }

    /** All records of the topic, in order of their publication. */
    private static List<ConsumerRecord<String, byte[]>> published() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RealKafka.broker().bootstrapServers());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.MUTATIONS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long expected = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (records.size() < expected) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
            return records;
        }
    }
}
