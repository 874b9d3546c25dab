package nl.buurtpuls.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.ingest.testing.Examples;
import nl.buurtpuls.ingest.testing.Moves;
import nl.buurtpuls.ingest.testing.Published;
import nl.buurtpuls.ingest.testing.RawCall;
import nl.buurtpuls.ingest.testing.RawCall.Answer;
import nl.buurtpuls.ingest.testing.RealKafka;
import nl.buurtpuls.ingest.testing.Table;
import nl.buurtpuls.ingest.testing.Table.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that the door keeps out: the tables in the resources under {@code bad-input} say what is sent and what is
 * answered. The service is real, the broker too, and each call goes over a socket of its own as the bytes that it is.
 */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
class BadInputTest {

    private static final Map<String, String> NAMED = Map.of("good", Moves.of("good", "GM0363"));
    private static final Map<String, String> TYPES = Map.of(
            "structured", "application/cloudevents+json",
            "batch", "application/cloudevents-batch+json",
            "bulk", "application/x-ndjson");
    private static int published;

    @BeforeAll
    static void rememberTheTopicsEnd() {
        published = Published.all().size();
    }

    @AfterAll
    static void nothingWasPublished() {
        assertThat(Published.all()).hasSize(published);
    }

    static Stream<Row> events() {
        return Table.rows("/bad-input/events.txt", 6);
    }

    static Stream<Row> bodies() {
        return Table.rows("/bad-input/bodies.txt", 5);
    }

    static Stream<Row> headers() {
        return Table.rows("/bad-input/headers.txt", 5);
    }

    static Stream<Row> calls() {
        return Table.rows("/bad-input/http.txt", 3);
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventThatBreaksARuleIsRefused(Row row) {
        byte[] event = Examples.bytes(Examples.changed(row.cell(0), row.cell(1), row.cell(2)));

        JsonNode problem = post("/v1/events", Map.of("Content-Type", TYPES.get("structured")), event)
                .assertProblem(Integer.parseInt(row.cell(3)));

        assertNames(problem.path("errors"), row.cell(4), row.cell(5));
        assertThat(problem.toString()).doesNotContain("999990019");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodyThatHoldsNoEventsIsRefused(Row row) throws IOException {
        boolean bulk = row.cell(0).equals("bulk");
        byte[] body = Table.bytes(row.cell(1), NAMED);

        Answer answer =
                post(bulk ? "/v1/events/bulk" : "/v1/events", Map.of("Content-Type", TYPES.get(row.cell(0))), body);

        int status = Integer.parseInt(row.cell(2));
        if (bulk) {
            assertThat(answer.status()).isEqualTo(status);
            answer.assertHeaders();
            String[] lines = answer.body().split("\n");
            assertThat(lines).hasSize(2);
            assertThat(lines[1]).isEqualTo("{\"accepted\":0,\"refused\":1}");
            assertNames(new ObjectMapper().readTree(lines[0]).path("errors"), row.cell(3), row.cell(4));
        } else {
            JsonNode problem = answer.assertProblem(status);
            if (row.cell(4).equals("-")) {
                assertThat(problem.has("errors")).isFalse();
            } else {
                assertNames(problem.path("errors"), row.cell(3), row.cell(4));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("headers")
    void eventInBinaryModeThatBreaksARuleIsRefused(Row row) {
        Map<String, String> headers = binary();
        if (row.cell(1).equals("-")) {
            headers.remove(row.cell(0));
        } else {
            headers.put(row.cell(0), row.cell(1));
        }

        JsonNode problem = post("/v1/events", headers, utf8(death())).assertProblem(Integer.parseInt(row.cell(2)));

        if (row.cell(4).equals("-")) {
            assertThat(problem.has("errors")).isFalse();
        } else {
            assertNames(problem.path("errors"), row.cell(3), row.cell(4));
        }
        assertThat(problem.toString()).doesNotContain("999990019");
    }

    @Test
    void attributeInTwoHeadersIsRefused() {
        Map<String, String> headers = binary();
        headers.put("CE-ID", "another");

        JsonNode problem = post("/v1/events", headers, utf8(death())).assertProblem(400);

        assertNames(problem.path("errors"), "/id", "duplicate-attribute");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void callThatIsNoneOfOursIsAnswered(Row row) {
        String request = row.cell(0)
                .replaceFirst("^(POST [^⏎]*⏎Host: x⏎)", "$1" + RealKafka.authorization() + "⏎")
                .replace("⏎", "\r\n");

        Optional<Answer> heard = RawCall.send(RestAssured.port, Table.bytes(request, Map.of()));

        if (row.cell(2).equals("none")) {
            assertThat(heard).isEmpty();
            return;
        }
        Answer answer = heard.orElseThrow();
        int status = Integer.parseInt(row.cell(1));
        switch (row.cell(2)) {
            case "problem" -> answer.assertProblem(status);
            case "ok" -> {
                assertThat(answer.status()).isEqualTo(status);
                answer.assertHeaders();
            }
            case "bare" -> {
                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.body()).isEmpty();
            }
            default -> throw new IllegalArgumentException(row.cell(2));
        }
    }

    private static Map<String, String> binary() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        Examples.of(EventType.DEATH)
                .properties()
                .forEach(attribute -> headers.put(
                        "ce-" + attribute.getKey(), attribute.getValue().asText()));
        headers.remove("ce-data");
        headers.remove("ce-datacontenttype");
        return headers;
    }

    private static String death() {
        return Examples.of(EventType.DEATH).path("data").toString();
    }

    private static void assertNames(JsonNode errors, String pointer, String code) {
        assertThat(errors)
                .extracting(
                        error -> error.path("pointer").asText(),
                        error -> error.path("code").asText())
                .contains(tuple(pointer, code));
    }

    private static Answer post(String path, Map<String, String> headers, byte[] body) {
        ByteArrayOutputStream call = new ByteArrayOutputStream();
        call.writeBytes(utf8("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + RealKafka.authorization() + "\r\n"));
        headers.forEach((name, value) -> {
            call.writeBytes(utf8(name + ": "));
            call.writeBytes(Table.bytes(value, Map.of()));
            call.writeBytes(utf8("\r\n"));
        });
        call.writeBytes(utf8("Content-Length: " + body.length + "\r\n\r\n"));
        call.writeBytes(body);
        return RawCall.send(RestAssured.port, call.toByteArray()).orElseThrow();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
