package nl.buurtpuls.report.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client of the stream, which keeps what it is told. */
final class Listener implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final InputStream stream;
    private final List<Event> told = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    /** @param name empty for a comment */
    record Event(@Nullable String id, String name, JsonNode data) {}

    private Listener(InputStream stream) {
        this.stream = stream;
        Thread reading = new Thread(this::read, "stream listener");
        reading.setDaemon(true);
        reading.start();
    }

    static Listener to(int port, String query, Map<String, String> headers) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = call(port, query, headers);
        if (answer.statusCode() != 200) {
            throw new AssertionError("the stream answered " + answer.statusCode() + ": "
                    + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        return new Listener(answer.body());
    }

    /** The problem that a call is told of, which must not be answered by a stream; with its headers. */
    static Refusal refused(int port, String query, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = call(port, query, headers);
        try (InputStream body = answer.body()) {
            if (answer.statusCode() == 200) {
                throw new AssertionError("the stream took " + query);
            }
            return new Refusal(
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").orElse(null),
                    JSON.readTree(body));
        }
    }

    record Refusal(int status, @Nullable String retryAfter, JsonNode problem) {}

    private static HttpResponse<InputStream> call(int port, String query, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder call =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/stream?" + query));
        headers.forEach(call::header);
        return HttpClient.newHttpClient().send(call.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    List<Event> told() {
        return told.stream().filter(event -> !event.name().isEmpty()).toList();
    }

    /** How often it was told that the connection lives. */
    long beats() {
        return told.size() - told().size();
    }

    private void read() {
        try (Scanner blocks = new Scanner(stream, StandardCharsets.UTF_8).useDelimiter("\\n\\n")) {
            while (blocks.hasNext()) {
                List<String> lines = Arrays.asList(blocks.next().split("\\n"));
                String id = field(lines, "id");
                String name = field(lines, "event");
                String data = field(lines, "data");
                told.add(new Event(id, name == null ? "" : name, JSON.readTree(data == null ? "{}" : data)));
            }
            ended = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the service has ended it. */
    boolean hasEnded() {
        return ended;
    }

    private static @Nullable String field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .reduce((first, second) -> first + "\n" + second)
                .orElse(null);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
