package nl.buurtpuls.benchmark.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.SplittableRandom;
import nl.buurtpuls.benchmark.figure.Table;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.StartFailure;

/**
 * Throws events that were tampered with at the door, in every mode, with good ones between them. It must answer each call,
 * never with a server error, and every good event must be in the topic: in bulk loads good lines come through whatever
 * stands beside them, and a batch or a call of its own that is all good is taken.
 */
public final class Fuzz {
    private static final int LINES_OF_A_LOAD = 500;
    private static final int EVENTS_OF_A_BATCH = 50;
    /** Of a hundred events so many go in batches, and so many alone; the others in bulk loads. */
    private static final int BATCHED = 6;

    private static final int ALONE = 4;
    /** One of so many is good. */
    private static final int GOOD = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI door;
    private final String authorization;
    private final Topics topics;
    private final Progress progress;
    private final Seeds seeds = new Seeds();
    private final Answers answers = new Answers();
    private final BitSet good = new BitSet();
    private final SplittableRandom random;
    private final Mutator mutator;
    private long refusedLines;
    private long acceptedLines;

    /**
     * @param door address of ingest-service
     * @param token that it takes: what is thrown at it is to get past that
     * @param bootstrapServers of its broker
     * @param seed of what is sent: the same seed, the same events
     */
    public Fuzz(URI door, String token, String bootstrapServers, long seed, Progress progress) {
        this.door = door;
        this.authorization = "Bearer " + token;
        this.topics = new Topics(bootstrapServers);
        this.progress = progress;
        this.random = new SplittableRandom(seed);
        this.mutator = new Mutator(random);
    }

    /**
     * Sends so many events and adds what came of it to the table.
     *
     * @throws StartFailure if the door answered with a server error or not at all, or lost a good event
     */
    public void run(long events, Table table) throws InterruptedException {
        long begun = System.nanoTime();
        long sent = 0;
        long told = 0;
        while (sent < events) {
            int draw = random.nextInt(100 * LINES_OF_A_LOAD);
            // Weighed by size, so that the parts of events are as said.
            if (draw < ALONE * LINES_OF_A_LOAD) {
                sent += sendAlone(sent, LINES_OF_A_LOAD);
            } else if (draw < (ALONE + BATCHED) * LINES_OF_A_LOAD) {
                sent += sendBatches(sent, LINES_OF_A_LOAD / EVENTS_OF_A_BATCH);
            } else {
                sent += sendLoad(sent);
            }
            if (sent - told >= 100_000) {
                told = sent;
                progress.say(sent + " events thrown, answers by status: " + answers);
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Topics.Found found = topics.read();
        BitSet lost = (BitSet) good.clone();
        lost.andNot(found.good());
        if (!lost.isEmpty()) {
            throw StartFailure.failed(lost.cardinality() + " good events are not in the topic, as good-"
                    + lost.nextSetBit(0) + ". Answers: " + answers);
        }
        table.heading("Door, thrown at")
                .count("events thrown", sent, "")
                .count("good ones among them, all in the topic", good.cardinality(), "")
                .count("lines of bulk loads taken", acceptedLines, "")
                .count("lines of bulk loads refused", refusedLines, "")
                .text("answers by status", answers.toString(), "")
                .count("server errors", 0, "")
                .count("records in the topic, all readable and without a BSN", found.records(), "")
                .seconds("took", took)
                .number("events a second", sent / (took.toMillis() / 1000.0), 0, "");
    }

    private long sendLoad(long first) throws InterruptedException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < LINES_OF_A_LOAD; i++) {
            long number = first + i;
            if (random.nextInt(GOOD) == 0) {
                lines.writeBytes(bytes(good(number)));
            } else {
                lines.writeBytes(mutator.tamper(seeds.other(number)));
            }
            lines.write('\n');
        }
        HttpResponse<String> answer = post("/v1/events/bulk", "application/x-ndjson", lines.toByteArray());
        String text = answer.body().strip();
        JsonNode last = json(text.substring(text.lastIndexOf('\n') + 1));
        if (answer.statusCode() != 200 || !last.has("accepted")) {
            throw StartFailure.failed("A bulk load ended with " + answer.statusCode() + " " + last);
        }
        acceptedLines += last.path("accepted").asLong();
        refusedLines += last.path("refused").asLong();
        return LINES_OF_A_LOAD;
    }

    private long sendBatches(long first, int batches) throws InterruptedException {
        long number = first;
        for (int batch = 0; batch < batches; batch++) {
            boolean allGood = random.nextInt(GOOD) == 0;
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int i = 0; i < EVENTS_OF_A_BATCH; i++) {
                body.write(i == 0 ? '[' : ',');
                body.writeBytes(allGood ? bytes(good(number)) : mutator.tamper(seeds.other(number)));
                number++;
            }
            body.write(']');
            HttpResponse<String> answer = post("/v1/events", "application/cloudevents-batch+json", body.toByteArray());
            requireTaken(allGood, answer);
        }
        return number - first;
    }

    private long sendAlone(long first, int calls) throws InterruptedException {
        for (long number = first; number < first + calls; number++) {
            boolean isGood = random.nextInt(GOOD) == 0;
            ObjectNode event = isGood ? good(number) : seeds.other(number);
            if (random.nextBoolean()) {
                byte[] body = isGood ? bytes(event) : mutator.tamper(event);
                requireTaken(isGood, post("/v1/events", "application/cloudevents+json", body));
            } else {
                requireTaken(isGood, postBinary(event, isGood));
            }
        }
        return calls;
    }

    private HttpResponse<String> postBinary(ObjectNode event, boolean isGood) throws InterruptedException {
        JsonNode data = event.remove("data");
        event.remove("datacontenttype");
        HttpRequest.Builder call =
                HttpRequest.newBuilder(door.resolve("/v1/events")).header("Content-Type", "application/json");
        event.properties().forEach(attribute -> {
            String value = attribute.getValue().asText();
            call.header("ce-" + attribute.getKey(), isGood || random.nextInt(3) > 0 ? value : mutator.header(value));
        });
        byte[] body = bytes(data);
        return send(call, !isGood && random.nextBoolean() ? mutator.tamper((ObjectNode) data) : body);
    }

    private ObjectNode good(long number) {
        good.set(Math.toIntExact(number));
        return seeds.good(number);
    }

    private static void requireTaken(boolean good, HttpResponse<String> answer) {
        if (good && answer.statusCode() != 202) {
            throw StartFailure.failed("Good events were refused: " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> post(String path, String type, byte[] body) throws InterruptedException {
        return send(HttpRequest.newBuilder(door.resolve(path)).header("Content-Type", type), body);
    }

    private HttpResponse<String> send(HttpRequest.Builder call, byte[] body) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    call.header("Authorization", authorization)
                            .timeout(Duration.ofMinutes(2))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            answers.add(answer, new String(body, StandardCharsets.UTF_8));
            return answer;
        } catch (IOException e) {
            throw StartFailure.failed(
                    "The door did not answer (" + e + ") to: " + new String(body, StandardCharsets.UTF_8));
        }
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw StartFailure.failed("The door answered what is no JSON: " + text);
        }
    }
}
