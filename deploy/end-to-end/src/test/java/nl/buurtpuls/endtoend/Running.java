package nl.buurtpuls.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.local.load.Figures;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.stack.StackOptions;
import nl.buurtpuls.simulator.output.EventLine;

/** One stack for all tests: started by the first, stopped with the JVM. */
final class Running {

    static final Path HOME = Path.of(System.getProperty("buurtpuls.home"));
    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Running INSTANCE = start();

    private final Stack stack;

    private Running(Stack stack) {
        this.stack = stack;
    }

    static Running stack() {
        return INSTANCE;
    }

    private static Running start() {
        try {
            Path data = Files.createTempDirectory("buurtpuls-end-to-end");
            Stack stack = Stack.start(StackOptions.in(HOME, data, freeOffset()), line -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            return new Running(stack);
        } catch (IOException e) {
            throw new IllegalStateException("no folder for the data", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }

    /** Some offset at which another stack hardly listens. */
    static int freeOffset() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return 1_000 + socket.getLocalPort() % 20_000;
        }
    }

    Stack parts() {
        return stack;
    }

    URI ingest() {
        return stack.address(Service.INGEST);
    }

    URI report() {
        return stack.address(Service.REPORT);
    }

    HttpResponse<String> post(String path, String contentType, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(ingest().resolve(path))
                        .header("Content-Type", contentType)
                        .timeout(Duration.ofSeconds(60))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> postBulk(List<Event> events) throws Exception {
        return post("/v1/events/bulk", "application/x-ndjson", lines(events));
    }

    static String lines(List<Event> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        events.forEach(new EventLine(bytes));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(report().resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The JSON of an answer that must be 200. */
    JsonNode read(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** Waits until everything that was sent is in the figures. */
    void awaitReadable() throws InterruptedException {
        new Figures(stack, Progress.SILENT).awaitReadable();
    }
}
