package nl.buurtpuls.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.local.load.Figures;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.token.Grant;
import nl.buurtpuls.simulator.output.EventLine;

/** A stack that runs, as its users see it: by HTTP. */
final class Running {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Stack stack;

    Running(Stack stack) {
        this.stack = stack;
    }

    /** Its processes, to break them. */
    Stack parts() {
        return stack;
    }

    Topics topics() {
        return new Topics(stack.kafka().bootstrapServers());
    }

    URI ingest() {
        return address(Service.INGEST);
    }

    URI report() {
        return address(Service.REPORT);
    }

    URI address(Service service) {
        return stack.address(service);
    }

    /** A header for a token of this stack. */
    String bearer(String role) {
        return "Bearer "
                + stack.tokens().issue(Grant.of(role).named("end-to-end").toServe("comparison"));
    }

    HttpResponse<String> post(String path, String contentType, String body) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(ingest().resolve(path))
                        .header("Content-Type", contentType)
                        .header("Authorization", bearer(Roles.MUTATION_WRITER))
                        .timeout(LIMIT)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Posts events as one batch. */
    HttpResponse<String> post(List<Event> events) throws IOException, InterruptedException {
        String batch = "[" + lines(events).strip().replace("\n", ",") + "]";
        return post("/v1/events", "application/cloudevents-batch+json", batch);
    }

    /** Posts events as one batch, which must be accepted. */
    void send(Event... events) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(List.of(events));
        if (answer.statusCode() != 202) {
            throw new AssertionError("the door answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    /** Posts events a line each. */
    HttpResponse<String> postBulk(List<Event> events) throws IOException, InterruptedException {
        return post("/v1/events/bulk", "application/x-ndjson", lines(events));
    }

    private static String lines(List<Event> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        events.forEach(new EventLine(bytes));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Asks as one who keeps rules of alerts and may read exact figures. */
    HttpResponse<String> asAlertAdmin(String method, String path, String body)
            throws IOException, InterruptedException {
        String token = stack.tokens()
                .issue(Grant.of(Roles.ALERT_ADMIN, Roles.EXACT_READER)
                        .named("end-to-end")
                        .toServe("alerts"));
        return HTTP.send(
                HttpRequest.newBuilder(report().resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .timeout(LIMIT)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Reads exact figures. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(report().resolve(path))
                        .header("Authorization", bearer(Roles.EXACT_READER))
                        .timeout(LIMIT)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The JSON of an answer that must be 200. */
    JsonNode read(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** What a service shows to Prometheus. */
    String metrics(Service service) throws IOException, InterruptedException {
        URI address = address(service).resolve("/q/metrics");
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(address).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(address + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** The current figures of an area. */
    JsonNode snapshot(String area) throws IOException, InterruptedException {
        return read("/v1/areas/" + area + "/snapshot");
    }

    /** Waits until everything that was sent is in the figures. */
    void awaitReadable() throws InterruptedException {
        new Figures(stack, Progress.SILENT).awaitReadable();
    }
}
