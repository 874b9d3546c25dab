package nl.buurtpuls.benchmark.freshness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads populations as those do who may read exact figures: from the snapshot over HTTP. */
final class Reader {
    /** Often enough for a figure in tens of milliseconds. */
    static final Duration EVERY = Duration.ofMillis(25);
    /**
     * Who has waited long reads less often: else the readings of many that are late are the load that makes the next late. A
     * long wait is thus known to within an eighth.
     */
    static final int PART_OF_WAITED = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI report;
    private final String authorization;
    private final ObjectMapper json = new ObjectMapper();

    Reader(HttpClient http, URI report, String token) {
        this.http = http;
        this.report = report;
        this.authorization = "Bearer " + token;
    }

    /** The population of an area now; 0 where there are no figures yet. */
    long population(String area) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(report.resolve("/v1/areas/" + area + "/snapshot"))
                .header("Authorization", authorization)
                .timeout(Duration.ofSeconds(20))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + answer.statusCode());
        }
        JsonNode value = json.readTree(answer.body()).at("/indicators/population/value");
        return Math.round(value.asDouble());
    }

    /** Asks until the population is what it must become, and returns when that was read; empty if it does not within a minute. */
    Optional<Long> awaitPopulation(String area, long expected) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long waitedMillis = 0;
        while (waitedMillis < PATIENCE.toMillis()) {
            if (population(area) == expected) {
                return Optional.of(System.nanoTime());
            }
            Thread.sleep(Math.max(EVERY.toMillis(), waitedMillis / PART_OF_WAITED));
            waitedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        }
        return Optional.empty();
    }
}
