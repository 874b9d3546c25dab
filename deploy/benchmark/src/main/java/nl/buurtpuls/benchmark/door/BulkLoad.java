package nl.buurtpuls.benchmark.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import nl.buurtpuls.benchmark.figure.Table;
import nl.buurtpuls.benchmark.footprint.Memory;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.token.Grant;

/** One bulk load of any length over HTTP, and the memory of ingest-service meanwhile. */
public final class BulkLoad {

    /** Longer than it takes. */
    private static final Duration VALID = Duration.ofDays(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final double GIGABYTE = 1e9;

    private final Stack stack;
    private final Progress progress;

    public BulkLoad(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /**
     * Sends and adds to the table.
     *
     * @throws StartFailure if not every event was taken
     */
    public void measure(long events, Table table) throws InterruptedException {
        long pid = stack.process(Service.INGEST).pid();
        Lines lines =
                new Lines(new Batches(1, Long.toString(ProcessHandle.current().pid())), events);
        Looker looker = new Looker(lines, pid);
        Thread looking = new Thread(looker, "memory");
        looking.setDaemon(true);
        looking.start();
        long start = System.nanoTime();
        send(lines, events);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        looking.interrupt();
        looking.join();

        table.heading("Bulk: one load over HTTP, acknowledged by Kafka (broker and sender on the same machine)")
                .count("events", events, "events")
                .number("their bytes", lines.sent() / GIGABYTE, 2, "GB")
                .seconds("took", took)
                .number("through the door", events * 1e9 / took.toNanos(), 0, "events/s")
                .text("ingest-service, heap", Memory.heapSetting(pid).orElse("?"), "")
                .mebibytes("resident, most in the first tenth", looker.mostInTheFirstTenth)
                .mebibytes("resident, most in the rest", looker.mostInTheRest);
    }

    private void send(Lines lines, long events) throws InterruptedException {
        String token = stack.tokens()
                .issue(Grant.of(Roles.MUTATION_WRITER).named("benchmark").validFor(VALID));
        HttpRequest request = HttpRequest.newBuilder(
                        stack.address(Service.INGEST).resolve("/v1/events/bulk"))
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> lines))
                .build();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
            String last = answer.body().reduce("", (before, line) -> line);
            JsonNode done = new ObjectMapper().readTree(last);
            if (done.path("accepted").asLong(-1) != events) {
                throw StartFailure.failed(
                        "Of " + events + " events sent, the answer is " + answer.statusCode() + " " + last);
            }
        } catch (IOException e) {
            throw StartFailure.failed("The load ended after " + lines.sent() + " bytes: " + e);
        }
    }

    /** Looks at the memory again and again. */
    private final class Looker implements Runnable {
        private final Lines lines;
        private final long pid;
        private long mostInTheFirstTenth;
        private long mostInTheRest;

        Looker(Lines lines, long pid) {
            this.lines = lines;
            this.pid = pid;
        }

        @Override
        public void run() {
            double told = 0;
            try {
                while (true) {
                    long resident = Memory.resident(pid).orElse(0);
                    if (lines.isInFirstTenth()) {
                        mostInTheFirstTenth = Math.max(mostInTheFirstTenth, resident);
                    } else {
                        mostInTheRest = Math.max(mostInTheRest, resident);
                    }
                    double gigabytes = lines.sent() / GIGABYTE;
                    if (gigabytes >= told + 1) {
                        told = Math.floor(gigabytes);
                        progress.say(
                                String.format(Locale.ROOT, "  %.0f GB sent, %,d MiB resident", told, resident >> 20));
                    }
                    Thread.sleep(BETWEEN_LOOKS.toMillis());
                }
            } catch (InterruptedException e) {
                // All was sent.
            }
        }
    }
}
