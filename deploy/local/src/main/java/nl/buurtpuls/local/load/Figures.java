package nl.buurtpuls.local.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.kafka.ConsumerProgress;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.process.Stopwatch;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Waits until what went in at the door can be read as figures. */
public final class Figures {
    /** How long nothing may move before this is taken for a fault. */
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private static final long POLL_MILLIS = 300;
    private static final long SECONDS_BETWEEN_LINES = 5;

    /** In the order of the stream: once the first has read all, what it wrote is there for the second to read. */
    private static final List<Map.Entry<Service, List<String>>> READERS = List.of(
            Map.entry(Service.INDICATOR, List.of(Topic.MUTATIONS.topicName(), Topic.MUNICIPAL_FIGURES.topicName())),
            Map.entry(Service.REPORT, List.of(Topic.LEDGER.topicName(), Topic.SNAPSHOTS.topicName())));

    /**
     * What an event changes may rest in the engine after the event is acknowledged: for two seconds at most, what regions,
     * provinces and the country have of it (AboveProcessor).
     */
    private static final long LONGEST_REST_MILLIS = 3_000;

    private final Stack stack;
    private final Progress progress;

    public Figures(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /**
     * Waits until the services have read every event that Kafka holds, and have written what follows from it. Nothing is to
     * be sent meanwhile.
     *
     * @throws StartFailure if a part ends, or nothing moves for some minutes
     */
    public void awaitReadable() throws InterruptedException {
        Stopwatch watch = new Stopwatch();
        long nextLine = SECONDS_BETWEEN_LINES;
        long lastChange = 0;
        State last = State.UNKNOWN;
        try (ConsumerProgress topics = new ConsumerProgress(stack.kafka())) {
            while (true) {
                stack.requireAlive();
                // From the end of the first look to the beginning of this one: a look may take long.
                long still = watch.millis() - lastChange;
                State now = state(topics);
                if (!now.equals(last)) {
                    last = now;
                    lastChange = watch.millis();
                } else if (now.caughtUp() && still > LONGEST_REST_MILLIS) {
                    return;
                } else if (!now.caughtUp() && still > PATIENCE.toMillis()) {
                    throw StartFailure.failed(now.waitingFor() + " has not moved on for " + still / 1_000 + " s ("
                            + now.waiting() + "): see "
                            + stack.data().log(now.waitingFor()) + ".");
                }
                if (!now.caughtUp()) {
                    if (watch.seconds() >= nextLine) {
                        nextLine = watch.seconds() + SECONDS_BETWEEN_LINES;
                        progress.say(String.format(
                                Locale.ROOT, "  %s: %,d records to go (%s)", now.waitingFor(), now.behind(), watch));
                    }
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    /**
     * Waits until the report-service tells of people in an area.
     *
     * @throws StartFailure if it does not, though the services have read everything
     */
    public void awaitPopulation(String area) throws InterruptedException {
        URI snapshot = URI.create(stack.address(Service.REPORT) + "/v1/areas/" + area + "/snapshot");
        HttpRequest request =
                HttpRequest.newBuilder(snapshot).timeout(Duration.ofSeconds(20)).build();
        HttpClient http = HttpClient.newHttpClient();
        ObjectMapper json = new ObjectMapper();
        Stopwatch watch = new Stopwatch();
        String answer = "";
        while (watch.seconds() < 60) {
            stack.requireAlive();
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                answer = "status " + response.statusCode();
                if (response.statusCode() == 200
                        && json.readTree(response.body())
                                        .at("/indicators/population/value")
                                        .asDouble()
                                > 0) {
                    return;
                }
            } catch (IOException e) {
                answer = String.valueOf(e.getMessage());
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw StartFailure.failed(snapshot + " tells of no population (" + answer + "): see "
                + stack.data().log(Service.REPORT.processName()) + ".");
    }

    /**
     * How far the readers are.
     *
     * @param waitingFor the first service that has something to read
     * @param behind an upper bound of what it has to read
     * @param written how many offsets of what it and those before it read are used: it grows while anything goes on
     * @param waiting what keeps it from having read all; {@code null} if all is read
     */
    private record State(
            String waitingFor,
            long behind,
            long written,
            @Nullable String waiting) {
        static final State UNKNOWN = new State("kafka", -1, -1, "it does not answer");

        boolean caughtUp() {
            return waiting == null;
        }
    }

    private static State state(ConsumerProgress topics) throws InterruptedException {
        try {
            long written = 0;
            for (Map.Entry<Service, List<String>> reader : READERS) {
                String group = reader.getKey().processName();
                ConsumerProgress.Standing standing = topics.standing(group, reader.getValue());
                written += standing.end();
                if (!standing.caughtUp()) {
                    return new State(group, standing.behind(), written, standing.waiting());
                }
            }
            return new State("", 0, written, null);
        } catch (KafkaException e) {
            return State.UNKNOWN;
        }
    }
}
