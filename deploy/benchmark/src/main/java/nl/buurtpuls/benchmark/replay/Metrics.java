package nl.buurtpuls.benchmark.replay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The Prometheus metrics of a service, a counter at a time. */
final class Metrics {
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest request;

    Metrics(URI service) {
        request = HttpRequest.newBuilder(service.resolve("/q/metrics"))
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    /** The sum of a counter over its labels; 0 if the service does not answer or has no such counter. */
    long counter(String name) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() != 200
                    ? 0
                    : answer.body()
                            .lines()
                            .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                            .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                            .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
