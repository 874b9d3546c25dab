package nl.buurtpuls.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Follows the stream of one instance, and keeps what it is told until it is closed or the instance ends. */
final class StreamListener implements AutoCloseable {

    private final InputStream stream;
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";

    private StreamListener(InputStream stream) {
        this.stream = stream;
        Thread reading = new Thread(this::read, "stream-listener");
        reading.setDaemon(true);
        reading.start();
    }

    /** @param lastId what was told last; empty for none */
    static StreamListener to(URI service, String bearer, String query, String lastId)
            throws IOException, InterruptedException {
        HttpRequest.Builder call =
                HttpRequest.newBuilder(service.resolve("/v1/stream?" + query)).header("Authorization", bearer);
        if (!lastId.isEmpty()) {
            call.header("Last-Event-ID", lastId);
        }
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(call.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError("the stream answered " + answer.statusCode());
        }
        return new StreamListener(answer.body());
    }

    /** The data of the events, in order. */
    List<JsonNode> told() {
        return List.copyOf(told);
    }

    String lastId() {
        return lastId;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring("id:".length()).strip();
                } else if (line.startsWith("data:")) {
                    told.add(Running.JSON.readTree(line.substring("data:".length())));
                    lastId = id;
                }
            }
        } catch (IOException e) {
            // Closed by the test, or the instance was killed: it has been told what it has been told.
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
