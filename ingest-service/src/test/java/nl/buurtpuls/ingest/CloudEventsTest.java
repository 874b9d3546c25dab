package nl.buurtpuls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.ingest.testing.Examples;
import nl.buurtpuls.ingest.testing.Published;
import nl.buurtpuls.ingest.testing.RawCall;
import nl.buurtpuls.ingest.testing.RawCall.Answer;
import nl.buurtpuls.ingest.testing.RealKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The scenarios of the CloudEvents conformance suite that a receiver can meet (HTTP protocol binding, JSON event format,
 * Kafka protocol binding), with the event types of the contract. What must be refused is in the tables of bad input.
 */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
class CloudEventsTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private int before;

    @BeforeEach
    void rememberTheTopicsEnd() {
        before = Published.all().size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\""})
    void binaryContentMode(String contentType) {
        Map<String, String> headers = attributes(Examples.of(EventType.DEATH));
        headers.put("Content-Type", contentType);

        assertThat(post(headers, Examples.of(EventType.DEATH).path("data")).status())
                .isEqualTo(202);

        assertPublished(Examples.of(EventType.DEATH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {STRUCTURED, STRUCTURED + "; charset=utf-8", "Application/CloudEvents+JSON;charset=ISO-8859-1"})
    void structuredContentMode(String contentType) {
        ObjectNode event = Examples.of(EventType.DEATH);

        assertThat(post(Map.of("Content-Type", contentType), event).status()).isEqualTo(202);

        assertPublished(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {BATCH, BATCH + "; charset=utf-8"})
    void batchedContentMode(String contentType) {
        ObjectNode death = Examples.of(EventType.DEATH);
        ObjectNode birth = Examples.of(EventType.BIRTH).put("id", "another");

        Answer answer = post(Map.of("Content-Type", contentType), "[" + death + ",\n " + birth + " ]");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":2}");
        assertThat(Published.all()).hasSize(before + 2);
    }

    @Test
    void batchMayBeEmpty() {
        assertThat(post(Map.of("Content-Type", BATCH), " [ ] ").status()).isEqualTo(202);
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeIsTakenInEveryMode(EventType type) {
        ObjectNode event = Examples.of(type);
        Map<String, String> headers = attributes(event);
        headers.put("Content-Type", "application/json");

        assertThat(post(Map.of("Content-Type", STRUCTURED), event).status()).isEqualTo(202);
        assertThat(post(Map.of("Content-Type", BATCH), "[" + event + "]").status())
                .isEqualTo(202);
        assertThat(post(headers, event.path("data")).status()).isEqualTo(202);

        List<ConsumerRecord<String, byte[]>> records =
                Published.all().subList(before, Published.all().size());
        assertThat(records)
                .extracting(ConsumerRecord::value)
                .containsOnly(records.get(0).value());
        assertThat(records.size() % 3).isZero();
    }

    @Test
    void optionalAttributesThatAreNullAreNotThere() {
        ObjectNode event = Examples.of(EventType.DEATH);
        event.putNull("dataschema").putNull("subject").putNull("dataref").putNull("extension");

        assertThat(post(Map.of("Content-Type", STRUCTURED), event).status()).isEqualTo(202);
    }

    @Test
    void attributesAndExtensionsOfEveryTypeAreTaken() {
        ObjectNode event = Examples.of(EventType.DEATH)
                .put("dataschema", "https://example.nl/schema#death")
                .put("subject", "some subject")
                .put("dataref", "/deaths/1")
                .put("sequence", "-2147483648")
                .put("sequencetype", "Integer")
                .put("extinteger", 10)
                .put("extboolean", true)
                .put("extstring", "text é \uD83D\uDE00")
                .put("exturi", "https://example.nl")
                .put("exttimestamp", "2023-03-31T15:12:00Z")
                .put("extbinary", "TWE=");

        assertThat(post(Map.of("Content-Type", STRUCTURED), event).status()).isEqualTo(202);

        assertPublished(Examples.of(EventType.DEATH));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-04-05T17:31:00Z, 2018-04-05T17:31:00Z",
        "2018-04-05T17:31:00.000000000Z, 2018-04-05T17:31:00Z",
        "2018-04-05T18:31:00+01:00, 2018-04-05T17:31:00Z",
        "2018-04-05T16:31:00-01:00, 2018-04-05T17:31:00Z"
    })
    void timeMayHaveAnyOffset(String time, String published) {
        ObjectNode event = Examples.changed(EventType.DEATH.typeName(), "/data/effectiveDate", "\"2018-04-01\"")
                .put("time", time);

        assertThat(post(Map.of("Content-Type", STRUCTURED), event).status()).isEqualTo(202);

        assertThat(header(last(), "ce_time")).isEqualTo(published);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain, plain",
                "a%20b, a b",
                "Euro%20%E2%82%AC%20%F0%9F%98%80, Euro € 😀",
                "a+b, a+b",
                "100%, 100%",
                "50%25, 50%",
                "\"quoted text\", quoted text",
                "\"a \\\"b\\\" %22c%22\", a \"b\" \"c\""
            })
    void headerValuesAreUnquotedAndDecodedOnce(String sent, String id) {
        Map<String, String> headers = attributes(Examples.of(EventType.DEATH));
        headers.remove("ce-id");
        headers.put("CE-Id", sent);
        headers.put("Content-Type", "application/json");

        assertThat(post(headers, Examples.of(EventType.DEATH).path("data")).status())
                .isEqualTo(202);

        assertThat(header(last(), "ce_id")).isEqualTo(id);
    }

    @Test
    void headersBesideAStructuredEventSayNothing() {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", STRUCTURED));
        headers.put("ce-id", "another");
        headers.put("ce-type", "nl.brp.ingeschreven.geboorte");

        assertThat(post(headers, Examples.of(EventType.DEATH)).status()).isEqualTo(202);

        assertPublished(Examples.of(EventType.DEATH));
    }

    /** The Kafka protocol binding, binary content mode: attributes in headers, data in the value, as JSON. */
    private static void assertPublished(JsonNode event) {
        ConsumerRecord<String, byte[]> record = last();
        for (String attribute : List.of("specversion", "id", "source", "type", "time")) {
            assertThat(header(record, "ce_" + attribute))
                    .isEqualTo(event.path(attribute).textValue());
        }
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        try {
            JsonNode data = new ObjectMapper().readTree(record.value());
            assertThat(data.path("effectiveDate")).isEqualTo(event.at("/data/effectiveDate"));
            assertThat(data.path("municipality")).isEqualTo(event.at("/data/municipality"));
            assertThat(data.at("/person/bsn").isMissingNode()).isTrue();
        } catch (IOException e) {
            throw new AssertionError("no JSON in the topic", e);
        }
    }

    private static ConsumerRecord<String, byte[]> last() {
        List<ConsumerRecord<String, byte[]>> all = Published.all();
        return all.get(all.size() - 1);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> attributes(ObjectNode event) {
        Map<String, String> headers = new LinkedHashMap<>();
        event.properties().stream()
                .filter(attribute -> !attribute.getKey().startsWith("data"))
                .forEach(attribute -> headers.put(
                        "ce-" + attribute.getKey(), attribute.getValue().asText()));
        return headers;
    }

    private static Answer post(Map<String, String> headers, Object body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream call = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder("POST /v1/events HTTP/1.1\r\nHost: localhost\r\n")
                .append(RealKafka.authorization())
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
        call.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        call.writeBytes(bytes);
        return RawCall.send(RestAssured.port, call.toByteArray()).orElseThrow();
    }
}
