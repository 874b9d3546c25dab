package nl.buurtpuls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.ingest.testing.Moves;
import nl.buurtpuls.ingest.testing.RawCall;
import nl.buurtpuls.ingest.testing.RealKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Senders that stop, or send a drop at a time, hold nothing for long and nobody up. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
@TestProfile(SlowSenderTest.ShortPatience.class)
@Timeout(120)
class SlowSenderTest {

    /** More than there are threads. */
    private static final int DRIPPING = 300;

    /** What is a minute or two, in seconds. */
    public static final class ShortPatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.read-timeout", "3S", "quarkus.http.idle-timeout", "6S");
        }
    }

    @Test
    void senderThatStopsInABodyIsSentAway() throws IOException {
        try (Socket socket = open("/v1/events", "application/cloudevents+json", 1000)) {
            write(socket, "{\"id\":");

            RawCall.read(socket.getInputStream()).assertProblem(408);
        }
    }

    @Test
    void senderOfADropAtATimeIsToldInTime() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Socket socket = open("/v1/events", "application/cloudevents-batch+json", 1_000_000)) {
            while (socket.getInputStream().available() == 0) {
                drip(socket);
                Thread.sleep(100);
                assertThat(System.nanoTime() - begun).isLessThan(60_000_000_000L);
            }
            RawCall.read(socket.getInputStream()).assertProblem(408);
        }
    }

    @Test
    void headersThatDoNotComeAreNotWaitedFor() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(60_000);
            write(socket, "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            assertThat(socket.getInputStream().read())
                    .as("end of the connection")
                    .isEqualTo(-1);
        }
    }

    @Test
    void whoIsQuickIsNotHeldUpByTheSlow() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < DRIPPING; i++) {
                Socket socket = open("/v1/events", "application/cloudevents+json", 1000);
                write(socket, "{");
                slow.add(socket);
            }
            String event = Moves.of("quick", "GM0363");
            String call = RawCall.head(
                    "POST /v1/events HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/cloudevents+json",
                    "Content-Length: " + event.length());
            long begun = System.nanoTime();

            var answer = RawCall.send(RestAssured.port, (call + event).getBytes(StandardCharsets.US_ASCII));

            assertThat(answer.orElseThrow().status()).isEqualTo(202);
            assertThat(System.nanoTime() - begun)
                    .as("before the slow are sent away")
                    .isLessThan(3_000_000_000L);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Socket open(String path, String type, int length) throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(60_000);
        write(
                socket,
                RawCall.head(
                        "POST " + path + " HTTP/1.1",
                        "Host: localhost",
                        "Content-Type: " + type,
                        "Content-Length: " + length));
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void drip(Socket socket) throws IOException {
        try {
            write(socket, " ");
        } catch (SocketException e) {
            // Told, and cut off, since the last drop.
        }
    }
}
