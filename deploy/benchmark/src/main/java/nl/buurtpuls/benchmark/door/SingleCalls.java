package nl.buurtpuls.benchmark.door;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import nl.buurtpuls.benchmark.figure.Percentiles;
import nl.buurtpuls.local.process.StartFailure;
import org.jspecify.annotations.Nullable;

/**
 * Single events at a steady pace. An event is due at a fixed moment, however long the answers to earlier ones take, and its
 * time is counted from then.
 */
final class SingleCalls {

    static final int EACH_SECOND = 500;

    private static final int WARM_UP_SECONDS = 20;
    private static final int MEASURED_SECONDS = 30;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI events;
    private final Batches source;
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    private final String authorization;

    SingleCalls(URI ingest, String authorization, Batches source) {
        this.authorization = authorization;
        this.events = ingest.resolve("/v1/events");
        this.source = source;
    }

    /**
     * @throws StartFailure if an event was not taken
     */
    Percentiles measure() {
        run(WARM_UP_SECONDS);
        return Percentiles.of(run(MEASURED_SECONDS));
    }

    private Queue<Duration> run(int seconds) {
        int calls = seconds * EACH_SECOND;
        List<byte[]> bodies = new ArrayList<>(calls);
        for (int i = 0; i < calls; i++) {
            bodies.add(source.event());
        }
        Queue<Duration> took = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> answers = new ArrayList<>(calls);
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            long due = start + i * 1_000_000_000L / EACH_SECOND;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            answers.add(send(bodies.get(i), due, took));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        if (failure.get() != null) {
            throw StartFailure.failed("A single event was not taken: " + failure.get());
        }
        return took;
    }

    private CompletableFuture<Void> send(byte[] body, long due, Queue<Duration> took) {
        HttpRequest request = HttpRequest.newBuilder(events)
                .header("Authorization", authorization)
                .header("Content-Type", "application/cloudevents+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).handle((answer, broken) -> {
            took.add(Duration.ofNanos(System.nanoTime() - due));
            if (broken != null) {
                failure.set(broken.getMessage());
            } else if (answer.statusCode() != 202) {
                failure.set(answer.statusCode() + " " + answer.body());
            }
            return null;
        });
    }
}
