package nl.buurtpuls.benchmark.door;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.benchmark.figure.Percentiles;
import nl.buurtpuls.local.process.StartFailure;

/** Asks what became of an event: all of its municipality's partition is searched for that. */
final class Lookups {

    private static final int TIMES = 5;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI ingest;

    private final String authorization;

    Lookups(URI ingest, String authorization) {
        this.authorization = authorization;
        this.ingest = ingest;
    }

    /**
     * @throws StartFailure if the event is not found
     */
    Percentiles measure(String id) throws InterruptedException {
        URI question = ingest.resolve(
                "/v1/events/" + id + "?municipality=" + Batches.MUNICIPALITY + "&source=" + Batches.SOURCE);
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            try {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(question)
                                .header("Authorization", authorization)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200 || answer.body().contains("searchedFrom")) {
                    throw StartFailure.failed("An event was not found: " + answer.statusCode() + " " + answer.body());
                }
            } catch (IOException e) {
                throw StartFailure.failed("The door does not tell what became of an event: " + e.getMessage());
            }
            took.add(Duration.ofNanos(System.nanoTime() - start));
        }
        return Percentiles.of(took);
    }
}
