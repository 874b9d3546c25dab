package nl.buurtpuls.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.ingest.testing.RawCall;
import nl.buurtpuls.ingest.testing.RealKafka;
import nl.buurtpuls.local.token.Grant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bulk loads that go on and on: what the one too many is told, and when there is room again. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
@Timeout(600)
class BulkCrowdTest {

    private static final int MOST_OF_ONE = 10;
    private static final int MOST = 60;

    private final List<Socket> going = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        breakOff();
    }

    @Test
    void senderWithManyLoadsIsAskedToWaitAndHoldsNobodyUp() throws IOException {
        for (int load = 0; load < MOST_OF_ONE; load++) {
            begin("greedy");
        }

        RawCall.Answer oneMore = load("greedy");

        assertThat(oneMore.assertProblem(429).path("detail").asText()).contains("10 bulk loads");
        assertThat(Integer.parseInt(oneMore.headers().get("Retry-After"))).isPositive();
        assertThat(load("modest").status()).isEqualTo(200);
    }

    @Test
    void loadTooManyIsForLaterAndConnectionsThatBreakMakeRoom() throws IOException {
        for (int load = 0; load < MOST; load++) {
            begin("sender " + load / MOST_OF_ONE);
        }

        RawCall.Answer oneMore = load("another");

        oneMore.assertProblem(503);
        assertThat(Integer.parseInt(oneMore.headers().get("Retry-After"))).isPositive();

        breakOff();

        for (int load = 0; load < MOST; load++) {
            String sender = "sender " + load / MOST_OF_ONE;
            await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> begin(sender));
        }
        assertThat(load("another").status()).as("no more than there were").isEqualTo(503);
    }

    /** A load of one line, which is answered. It is not at its end. */
    private void begin(String sender) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        going.add(socket);
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write((head(sender) + "3\r\n{}\n\r\n").getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\"line\":1,") < 0) {
            int next = in.read();
            assertThat(next).as("after %s", answer).isNotNegative();
            answer.append((char) next);
        }
    }

    private void breakOff() throws IOException {
        for (Socket socket : going) {
            socket.close();
        }
        going.clear();
    }

    /** What is answered to a load of nothing. */
    private static RawCall.Answer load(String sender) {
        byte[] call = (head(sender) + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        return RawCall.send(RestAssured.port, call).orElseThrow();
    }

    private static String head(String sender) {
        String token = RealKafka.token(Grant.of(Roles.MUTATION_WRITER).named(sender));
        return "POST /v1/events/bulk HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: Bearer " + token + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    }
}
