package nl.buurtpuls.benchmark.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.token.Grant;

/** The bulk call of ingest-service. */
public final class Door {
    private final URI bulk;

    private final String authorization;

    private Door(URI ingest, String token) {
        this.bulk = ingest.resolve("/v1/events/bulk");
        this.authorization = "Bearer " + token;
    }

    /** That of a stack. */
    public static Door of(Stack stack) {
        return new Door(
                stack.address(Service.INGEST),
                stack.tokens().issue(Grant.of(Roles.MUTATION_WRITER).named("benchmark")));
    }

    /**
     * Sends a file of events in one call and returns how long it took until Kafka held all of them.
     *
     * @throws StartFailure if not every event was taken
     */
    Duration send(Path file, long events) {
        try {
            HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            HttpRequest request = HttpRequest.newBuilder(bulk)
                    .header("Content-Type", "application/x-ndjson")
                    .header("Authorization", authorization)
                    .POST(HttpRequest.BodyPublishers.ofFile(file))
                    .build();
            long start = System.nanoTime();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            String text = answer.body().strip();
            String last = text.substring(text.lastIndexOf('\n') + 1);
            JsonNode done = new ObjectMapper().readTree(last);
            if (done.path("accepted").asLong(-1) != events) {
                throw StartFailure.failed(
                        bulk + " was sent " + events + " events and answered " + answer.statusCode() + " " + last);
            }
            return took;
        } catch (IOException e) {
            throw StartFailure.failed(bulk + " could not take the sample: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StartFailure.failed("The sample was not sent to its end.");
        }
    }
}
