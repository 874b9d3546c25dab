package nl.buurtpuls.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.zip.GZIPOutputStream;
import nl.buurtpuls.local.process.Stopwatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileLoadTest {
    private record Answer(int status, String body) {}

    @TempDir
    Path folder;

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> told = new ArrayList<>();
    private BiFunction<Integer, String, Answer> door = (number, body) -> accept(body);
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(body);
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            Answer answer = door.apply(requests.size(), body);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void everyLineIsSentOnceAndInOrderAlsoWhenTheyAreManyAndTheLastHasNoEnd() throws Exception {
        String events = "{}\n".repeat(10_000) + "{\"last\":true}";

        EventFileLoad load = send(Files.writeString(folder.resolve("events.ndjson"), events));

        assertThat(String.join("", requests)).isEqualTo(events + "\n");
        assertThat(requests).hasSize(2);
        assertThat(authorizations).containsExactly("Bearer of-the-tests", "Bearer of-the-tests");
        assertThat(load.accepted()).isEqualTo(10_001);
    }

    @Test
    void aPackedFileIsUnpacked() throws Exception {
        Path file = folder.resolve("events.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{}\n".getBytes(StandardCharsets.UTF_8));
        }

        send(file);

        assertThat(requests).containsExactly("{}\n");
    }

    @Test
    void whatWasNotPromisedIsSentAgain() throws Exception {
        door = (number, body) -> number == 1 ? new Answer(503, "Kafka is out of reach") : accept(body);

        EventFileLoad load = send(Files.writeString(folder.resolve("events.ndjson"), "{}\n"));

        assertThat(requests).containsExactly("{}\n", "{}\n");
        assertThat(load.accepted()).isEqualTo(1);
    }

    @Test
    void refusedLinesAreToldByTheirPlaceInTheFileAndNotEndlessly() throws Exception {
        door = (number, body) -> {
            StringBuilder answer = new StringBuilder();
            long lines = body.lines().count();
            for (int line = 1; line <= lines; line++) {
                answer.append("{\"line\":").append(line).append(",\"errors\":[{\"code\":\"wrong\"}]}\n");
            }
            return number == 1
                    ? accept(body)
                    : new Answer(200, answer + "{\"accepted\":0,\"refused\":" + lines + "}\n");
        };

        EventFileLoad load = send(Files.writeString(folder.resolve("events.ndjson"), "{}\n".repeat(10_100)));

        assertThat(told).hasSize(10).first().isEqualTo("  line 10001 is refused: [{\"code\":\"wrong\"}]");
        assertThat(load.accepted()).isEqualTo(10_000);
        assertThat(load.refused()).isEqualTo(100);
    }

    @Test
    void anAnswerThatBreaksOffIsNoPromise() throws Exception {
        door = (number, body) -> new Answer(200, "{\"line\":1,\"errors\":[]}\n");
        Path file = Files.writeString(folder.resolve("events.ndjson"), "{}\n");

        assertThatThrownBy(() -> send(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broke off its answer after line 0");
    }

    @Test
    void aRefusalOfTheWholeIsToldAsItWasGiven() throws Exception {
        door = (number, body) -> new Answer(415, "no such form");
        Path file = Files.writeString(folder.resolve("events.ndjson"), "{}\n");

        assertThatThrownBy(() -> send(file)).hasMessage("ingest-service answers 415 no such form");
    }

    private EventFileLoad send(Path file) throws IOException, InterruptedException {
        EventFileLoad load = new EventFileLoad(file, () -> "of-the-tests", told::add);
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/events/bulk");
        load.send(address, () -> {}, new Stopwatch());
        return load;
    }

    private static Answer accept(String body) {
        return new Answer(200, "{\"accepted\":" + body.lines().count() + ",\"refused\":0}\n");
    }
}
