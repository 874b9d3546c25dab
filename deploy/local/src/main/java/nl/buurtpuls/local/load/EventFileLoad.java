package nl.buurtpuls.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.process.Stopwatch;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;

/** Sends a file of events to the ingest-service. A file is known again by its contents, whatever its name. */
final class EventFileLoad {
    private static final int LINES_PER_REQUEST = 10_000;
    private static final int REFUSALS_SHOWN = 10;
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int TRIES = 30;
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final long SECONDS_BETWEEN_LINES = 5;

    private final ObjectMapper json = new ObjectMapper();
    // The services speak 1.1 here; offering them version 2 with every request would gain nothing.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path file;
    private final Supplier<String> token;
    private final Progress progress;
    private long accepted;
    private long refused;
    private long refusalsShown;

    /**
     * @param token makes a token for each request: the last may come hours after the first
     */
    EventFileLoad(Path file, Supplier<String> token, Progress progress) {
        this.file = file;
        this.token = token;
        this.progress = progress;
    }

    void into(Stack stack) throws InterruptedException {
        try {
            Marker marker = new Marker(stack.data().loaded().resolve(fingerprint()));
            if (marker.isComplete()) {
                progress.say(file + " is loaded already");
                return;
            }
            marker.begin(file.toString());
            Stopwatch watch = new Stopwatch();
            send(URI.create(stack.address(Service.INGEST) + "/v1/events/bulk"), stack::requireAlive, watch);
            marker.complete(file.toString());
            progress.say(String.format(
                    Locale.ROOT, "%s is loaded: %,d accepted, %,d refused (%s)", file, accepted, refused, watch));
        } catch (IOException e) {
            throw StartFailure.failed(file + " cannot be loaded: " + e.getMessage());
        }
    }

    /**
     * Sends the whole file.
     *
     * @param requireAlive asked before each request; throws if there is no use in going on
     * @throws IOException if the file cannot be read, or the door does not answer as it should
     */
    void send(URI door, Runnable requireAlive, Stopwatch watch) throws IOException, InterruptedException {
        long nextLine = SECONDS_BETWEEN_LINES;
        try (EventChunks chunks = EventChunks.of(file, LINES_PER_REQUEST)) {
            for (Optional<EventChunks.Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
                send(chunk.get(), door, requireAlive);
                if (watch.seconds() >= nextLine) {
                    nextLine = watch.seconds() + SECONDS_BETWEEN_LINES;
                    progress.say(String.format(Locale.ROOT, "  %,d events (%s)", accepted, watch));
                }
            }
        }
    }

    /** Sends lines until they are answered for. Sending again never harms: an event that is there already changes nothing. */
    private void send(EventChunks.Chunk chunk, URI door, Runnable requireAlive)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(door)
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + token.get())
                .timeout(ANSWER_LIMIT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(chunk.bytes()))
                .build();
        for (int attempt = 1; ; attempt++) {
            requireAlive.run();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                read(answer.body(), chunk.linesBefore());
                return;
            }
            if (answer.statusCode() != SERVICE_UNAVAILABLE || attempt == TRIES) {
                throw new IOException("ingest-service answers " + answer.statusCode() + " "
                        + answer.body().strip());
            }
            Thread.sleep(BETWEEN_TRIES.toMillis());
        }
    }

    private void read(String answer, long linesBefore) throws IOException {
        boolean summed = false;
        for (String line : answer.lines().filter(text -> !text.isBlank()).toList()) {
            JsonNode node = json.readTree(line);
            if (node.has("accepted")) {
                accepted += node.get("accepted").asLong();
                refused += node.get("refused").asLong();
                summed = true;
            } else if (node.has("errors") && refusalsShown < REFUSALS_SHOWN) {
                refusalsShown++;
                progress.say(
                        "  line " + (linesBefore + node.path("line").asLong()) + " is refused: " + node.path("errors"));
            }
        }
        if (!summed) {
            throw new IOException("ingest-service broke off its answer after line " + linesBefore);
        }
    }

    long accepted() {
        return accepted;
    }

    long refused() {
        return refused;
    }

    private String fingerprint() throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return "events-" + HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }
}
