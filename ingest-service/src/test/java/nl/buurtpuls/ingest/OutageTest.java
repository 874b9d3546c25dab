package nl.buurtpuls.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtpuls.ingest.testing.Moves;
import nl.buurtpuls.ingest.testing.Published;
import nl.buurtpuls.ingest.testing.RealKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The broker dies, and comes back. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
class OutageTest {

    private static final int LINES_BEFORE = 1000;

    @AfterEach
    void leaveABroker() throws InterruptedException {
        RealKafka.comeBack();
    }

    @Test
    void withoutABrokerNothingIsPromisedAndLaterItIsAgain() throws InterruptedException {
        RealKafka.broker().part().kill();
        push("down")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .contentType(startsWith("application/problem+json"));
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);

        RealKafka.comeBack();
        pushUntilTaken("up");
        assertThat(Published.last().id().id()).isEqualTo("up");
    }

    @Test
    void bulkLoadThatLosesItsBrokerEndsByTellingHowFarItGot() throws IOException, InterruptedException {
        HttpURLConnection call =
                (HttpURLConnection) URI.create("http://localhost:" + RestAssured.port + "/v1/events/bulk")
                        .toURL()
                        .openConnection();
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.setChunkedStreamingMode(1024);
        call.setRequestProperty("Content-Type", "application/x-ndjson");
        call.setRequestProperty("Authorization", RealKafka.bearer());
        try (OutputStream out = call.getOutputStream()) {
            send(out, 1, LINES_BEFORE);
            awaitPublished(LINES_BEFORE);
            RealKafka.broker().part().kill();
            send(out, LINES_BEFORE + 1, LINES_BEFORE + 100);
        }

        JsonNode last = lastLine(call);

        assertThat(last.at("/error/status").asInt()).isEqualTo(503);
        int through = last.path("acknowledgedThroughLine").asInt();
        assertThat(through).isBetween(LINES_BEFORE, LINES_BEFORE + 99);
        RealKafka.comeBack();
        Set<String> published =
                Published.events().stream().map(event -> event.id().id()).collect(Collectors.toSet());
        for (int line = 1; line <= through; line++) {
            assertThat(published).contains("bulk-" + line);
        }
    }

    private static void send(OutputStream out, int first, int last) throws IOException {
        for (int line = first; line <= last; line++) {
            out.write((Moves.of("bulk-" + line, "GM0363") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    /** Both keys of a move count. */
    private static void awaitPublished(int line) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (Published.events().stream()
                        .filter(event -> event.id().id().equals("bulk-" + line))
                        .count()
                < 2) {
            assertThat(System.nanoTime())
                    .as("line %d is published in time", line)
                    .isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    private static JsonNode lastLine(HttpURLConnection call) throws IOException {
        try (InputStream in = call.getInputStream()) {
            String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            return new ObjectMapper().readTree(lines[lines.length - 1]);
        }
    }

    private static Response push(String id) {
        return given().contentType("application/cloudevents+json")
                .body(Moves.of(id, "GM0363").getBytes(StandardCharsets.UTF_8))
                .post("/v1/events");
    }

    private static void pushUntilTaken(String id) {
        int status = 503;
        for (int attempt = 0; attempt < 10 && status != 202; attempt++) {
            status = push(id).statusCode();
        }
        assertThat(status).isEqualTo(202);
    }
}
