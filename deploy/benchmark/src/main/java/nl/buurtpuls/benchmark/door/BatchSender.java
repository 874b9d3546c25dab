package nl.buurtpuls.benchmark.door;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.buurtpuls.local.process.StartFailure;

/** Sends batches over some connections, each the next one when the last was answered. */
final class BatchSender {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI events;
    private final int connections;

    private final String authorization;

    BatchSender(URI ingest, String authorization, int connections) {
        this.authorization = authorization;
        this.events = ingest.resolve("/v1/events");
        this.connections = connections;
    }

    /**
     * Sends batches and returns how long it took until all were acknowledged.
     *
     * @throws StartFailure if one was not
     */
    Duration send(List<byte[]> batches) throws InterruptedException {
        Queue<byte[]> left = new ConcurrentLinkedQueue<>(batches);
        ExecutorService senders = Executors.newFixedThreadPool(connections);
        try {
            long start = System.nanoTime();
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                tasks.add(() -> sendAll(left));
            }
            for (Future<Boolean> done : senders.invokeAll(tasks)) {
                done.get();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw StartFailure.failed("A batch was not taken: " + e.getCause().getMessage());
        } finally {
            senders.shutdownNow();
        }
    }

    private boolean sendAll(Queue<byte[]> left) throws IOException, InterruptedException {
        for (byte[] batch = left.poll(); batch != null; batch = left.poll()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(events)
                            .header("Authorization", authorization)
                            .header("Content-Type", "application/cloudevents-batch+json")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
        }
        return true;
    }
}
