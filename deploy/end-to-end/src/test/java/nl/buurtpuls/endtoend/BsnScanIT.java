package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.stack.StackOptions;
import nl.buurtpuls.local.token.Grant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Persons: a BSN goes no further than the door, by whichever way it came, and who is erased leaves nothing behind but counts.
 * A stack of its own, whose topics are scrubbed every few seconds.
 */
@Order(10)
class BsnScanIT {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";
    private static final String EVENTS = "/v1/events";
    private static final String BUURT = "BU08930101";

    private static TraceCollector traces;
    private static Stack stack;
    private static Running running;
    private static Everything everything;

    /** Of its own connections: one on which a body was left unread is closed after the answer, with all that is on it. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Bsns bsns = new Bsns();
    /** What was answered, with what was asked. */
    private final List<String> answers = new ArrayList<>();

    private int events;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        traces = new TraceCollector();
        StackOptions options = StackOptions.in(
                        SharedStack.HOME, SharedStack.newFolder("persons-"), SharedStack.freeOffset())
                .telling(Service.INDICATOR, Map.of("BUURTPULS_ERASURE_SCRUB_EVERY", "PT5S"))
                .telling(Service.REPORT, Map.of("BUURTPULS_FINDINGS_FORGET_EVERY", "PT2S"));
        for (Service service : Service.values()) {
            options = options.telling(service, traces.settings());
        }
        stack = SharedStack.prepare(options);
        stack.start();
        running = new Running(stack);
        everything = new Everything(stack);
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            SharedStack.end(stack);
        }
        traces.close();
    }

    @Test
    void noNumberThatWasPushedStandsAnywhereAfterwards() throws Exception {
        byEachWayThatIsTaken();
        refused();
        inWrongPlaces();
        inPathsAndHeaders();
        byADeadLetter();
        running.awaitReadable();

        assertThat(answers).hasSizeGreaterThan(50);
        TreeSet<String> places = new TreeSet<>();
        TreeSet<String> leaks = new TreeSet<>();
        answers.forEach(answer -> bsns.in(answer).forEach(bsn -> leaks.add("an answer: " + answer)));
        Everything.Reader look = (place, text) -> {
            places.add(place);
            bsns.in(text).forEach(bsn -> leaks.add(place + ": " + bsn));
        };
        everything.read(look);
        traces.read(look);
        assertThat(leaks).isEmpty();
        assertThat(places)
                .contains("buurtpuls.mutations", "buurtpuls.dead-letters", "__consumer_offsets", "the table cell")
                .contains("the traces of ingest-service", "the traces of report-service")
                .anyMatch(place -> place.endsWith("-changelog"))
                .anyMatch(place -> place.startsWith("the log of "))
                .anyMatch(place -> place.startsWith("the metrics of "));
    }

    private void byEachWayThatIsTaken() throws Exception {
        assertTaken(post(EVENTS, STRUCTURED, event(stand(bsn(), "h-1"))));
        assertTaken(post(EVENTS, JSON, stand(bsn(), "h-2"), binary("binary-1")));
        assertTaken(post(EVENTS, BATCH, "[" + event(stand(bsn(), "h-3")) + "," + event(stand(bsn(), "h-4")) + "]"));
        assertThat(post("/v1/events/bulk", NDJSON, event(stand(bsn(), "h-5")) + "\n" + event(stand(bsn(), "h-6")))
                        .body())
                .contains("\"accepted\":2");
        String erased = bsn();
        assertTaken(post(EVENTS, STRUCTURED, event(stand(erased, "h-7"))));
        assertTaken(post("/v1/persons/erasures", JSON, "{\"person\":" + erased + ",\"municipality\":\"GM0893\"}"));
    }

    private void refused() throws Exception {
        String wrong = "{\"bsn\":\"" + bsns.wrong() + "\"}";
        String number = "{\"bsn\":" + bsns.next() + "}";
        String both = "{\"bsn\":\"" + bsns.next() + "\",\"id\":\"x\"}";
        for (String person : List.of(wrong, number, both)) {
            assertRefused(post(EVENTS, STRUCTURED, event(stand(person, "h"))));
            assertRefused(post(EVENTS, JSON, stand(person, "h"), binary("binary-2")));
            assertRefused(post(EVENTS, BATCH, "[" + event(stand(bsn(), "h")) + "," + event(stand(person, "h")) + "]"));
            assertThat(post("/v1/events/bulk", NDJSON, event(stand(person, "h")))
                            .body())
                    .contains("\"refused\":1");
            assertRefused(
                    post("/v1/persons/erasures", JSON, "{\"person\":" + person + ",\"municipality\":\"GM0893\"}"));
        }
        String broken = "{\"data\":" + stand(bsn(), "h").substring(0, 60);
        assertRefused(post(EVENTS, STRUCTURED, broken));
        assertRefused(post(EVENTS, BATCH, "[" + broken + "]"));
        assertRefused(post("/v1/persons/erasures", JSON, broken));
        assertThat(post("/v1/events/bulk", NDJSON, broken).body()).contains("\"refused\":1");
    }

    private void inWrongPlaces() throws Exception {
        for (String name :
                List.of("id", "source", "subject", "type", "time", "dataschema", "specversion", "reference")) {
            String value = name.equals("source") ? "urn:nld:x:" + bsns.next() : bsns.next();
            String attribute = "\"" + name + "\":\"" + value + "\"";
            String event = event(stand("{\"id\":\"p\"}", "h"));
            assertRefused(post(
                    EVENTS,
                    STRUCTURED,
                    event.contains("\"" + name + "\":\"")
                            ? event.replaceFirst("\"" + name + "\":\"[^\"]*\"", attribute)
                            : event.replaceFirst("^\\{", "{" + attribute + ",")));
        }
        String good = stand("{\"id\":\"in-wrong-places\"}", "h-8");
        for (String field : List.of("GM0893", "2024-03-01", "1987-05-12", BUURT)) {
            assertRefused(post(EVENTS, STRUCTURED, event(good.replace(field, bsns.next()))));
        }
        for (String field : List.of("in-wrong-places", "h-8", "d-8")) {
            assertTaken(post(EVENTS, STRUCTURED, event(good.replace(field, bsns.next()))));
            assertTaken(post(EVENTS, STRUCTURED, event(good.replace(field, "x-" + bsns.next()))));
        }
        assertTaken(post(EVENTS, STRUCTURED, event(good.replaceFirst("^\\{", "{\"note\":\"" + bsns.next() + "\","))));
    }

    private void inPathsAndHeaders() throws Exception {
        String source = "?source=urn:nld:x:y";
        for (String path : List.of(
                "/v1/events/" + bsns.next() + source,
                "/v1/events/x?source=urn:nld:" + bsns.next(),
                "/v1/events/x?source=urn:nld:x:y&municipality=" + bsns.next(),
                "/v1/dead-letters?municipality=" + bsns.next(),
                "/v1/dead-letters?state=" + bsns.next(),
                "/v1/dead-letters?page=" + bsns.next(),
                "/v1/schemas/" + bsns.next(),
                "/v1/persons/" + bsns.next(),
                "/" + bsns.next())) {
            answers.add(get(running.ingest().resolve(path), Roles.MUTATION_WRITER));
        }
        for (String path : List.of(
                "/v1/areas/" + bsns.next(),
                "/v1/areas/" + bsns.next() + "/snapshot",
                "/v1/areas/GM0893/snapshot?date=" + bsns.next(),
                "/v1/findings?municipality=" + bsns.next(),
                "/v1/" + bsns.next())) {
            answers.add(get(running.report().resolve(path), Roles.EXACT_READER));
        }
        HttpRequest curious = HttpRequest.newBuilder(
                        running.report().resolve("/v1/areas/GM0893/snapshot?x=" + bsns.next()))
                .header("Authorization", running.bearer(Roles.EXACT_READER))
                .header("Buurtpuls-Purpose", "the case of " + bsns.next())
                .build();
        HttpResponse<String> read = client.send(curious, BodyHandlers.ofString());
        assertThat(read.statusCode()).isEqualTo(200);
        answers.add(read.body());
        post(EVENTS + "?bsn=" + bsns.next(), STRUCTURED, event(stand("{\"id\":\"q\"}", "h")));
        post(EVENTS, "application/" + bsns.next(), "{}");
        post("/v1/dead-letters/" + bsns.next() + "-1/resend", STRUCTURED, "{}");
        post(EVENTS, JSON, stand("{\"id\":\"h\"}", "h"), binary(bsns.next()));
        post(EVENTS, JSON, stand("{\"id\":\"h\"}", "h"), with(binary("binary-3"), "ce-subject", bsns.next()));
        post(EVENTS, JSON, stand("{\"id\":\"h\"}", "h"), with(binary("binary-4"), "X-Person", bsns.next()));
        Map<String, String> traced =
                with(binary("binary-5"), "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        assertTaken(post(
                EVENTS, JSON, stand("{\"id\":\"t\"}", "h"), with(traced, "tracestate", "register=" + bsns.next())));
        assertTaken(post(
                EVENTS, JSON, stand("{\"id\":\"t\"}", "h"), with(binary("binary-6"), "baggage", "x=" + bsns.next())));
        Grant stranger = Grant.of(Roles.MUTATION_WRITER)
                .named("system of " + bsns.next())
                .speakingFor(Municipalities.parse("GM0363"));
        Map<String, String> token =
                Map.of("Authorization", "Bearer " + stack.tokens().issue(stranger));
        assertThat(post(EVENTS, STRUCTURED, event(stand(bsn(), "h")), token).statusCode())
                .isEqualTo(403);
        assertThat(post(EVENTS, STRUCTURED, "{}", Map.of("Authorization", "Bearer " + bsns.next()))
                        .statusCode())
                .isEqualTo(401);
    }

    private void byADeadLetter() throws Exception {
        running.topics().write(Topic.MUTATIONS, "GM0893", "{}".getBytes(StandardCharsets.UTF_8));
        JsonNode[] letters = {null};
        await().atMost(Patience.LIMIT).untilAsserted(() -> {
            letters[0] = Running.JSON.readTree(
                    get(running.ingest().resolve("/v1/dead-letters?municipality=GM0893"), Roles.MUTATION_WRITER));
            assertThat(letters[0]).isNotEmpty();
        });
        String resend = "/v1/dead-letters/" + letters[0].get(0).get("id").asText() + "/resend";
        assertRefused(post(resend, STRUCTURED, event(stand("{\"bsn\":\"" + bsns.wrong() + "\"}", "h"))));
        assertTaken(post(resend, STRUCTURED, event(stand(bsn(), "h-9"))));
    }

    @Test
    void traceOfACallGoesOnUntilTheSnapshotOfEachAreaCanBeRead() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String caller = "00f067aa0ba902b7";

        assertTaken(post(
                EVENTS,
                STRUCTURED,
                event(stand("{\"id\":\"traced\"}", "h-10")),
                Map.of("traceparent", "00-" + trace + "-" + caller + "-01")));

        await().atMost(Patience.LIMIT).untilAsserted(() -> {
            TraceCollector.Step call = step(trace, "ingest-service", "POST /v1/events", caller);
            TraceCollector.Step count = step(trace, "indicator-service", "count", call.id());
            step(trace, "report-service", "store", count.id());
            TraceCollector.Step above = step(trace, "indicator-service", "add up", count.id());
            step(trace, "report-service", "store", above.id());
        });
    }

    private static TraceCollector.Step step(String trace, String service, String name, String parent) {
        List<TraceCollector.Step> steps = traces.trace(trace);
        assertThat(steps).anySatisfy(step -> {
            assertThat(step.service()).isEqualTo(service);
            assertThat(step.name()).isEqualTo(name);
            assertThat(step.parent()).isEqualTo(parent);
        });
        return steps.stream()
                .filter(step -> step.service().equals(service)
                        && step.name().equals(name)
                        && step.parent().equals(parent))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ofWhomIsErasedNothingIsLeftButCountsOfThePast() throws Exception {
        String municipality = "GM0907";
        Register register = new Register(municipality);
        String buurt = register.buurt(101);
        String person = "Erased_Person-4711";
        String life = "event-of-the-erased-";
        List<String> pushed = List.of(
                erasable(life + 1, "nl.brp.ingeschreven.stand", person, "2024-01-01", residence(buurt)),
                erasable(
                        life + 2, "nl.uitkeringen.toegekend", person, "2024-02-01", "\"scheme\":\"social-assistance\""),
                // Does not add up: a finding.
                erasable(life + 3, "nl.brp.verhuisd.naar-buitenland", person, "2020-01-01", "\"x\":1"));
        for (String event : pushed) {
            assertTaken(post(EVENTS, STRUCTURED, event));
        }
        assertTaken(post(
                EVENTS,
                STRUCTURED,
                erasable(
                        "event-of-a-neighbour",
                        "nl.brp.ingeschreven.stand",
                        "neighbour",
                        "2024-01-01",
                        residence(buurt))));
        running.awaitReadable();
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(placesWith(life))
                        .contains("buurtpuls.mutations", "buurtpuls.findings", "the table finding"));
        assertThat(figure(buurt, "2024-06-01", "population")).isEqualTo(2);
        assertThat(figure(buurt, "2024-06-01", "social-assistance.recipients")).isEqualTo(1);

        assertTaken(post(
                "/v1/persons/erasures",
                JSON,
                "{\"person\":{\"id\":\"" + person + "\"},\"municipality\":\"" + municipality + "\"}"));

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(running.snapshot(buurt)
                                .at("/indicators/population/value")
                                .asInt())
                        .isEqualTo(1));
        await().atMost(Patience.LIMIT).untilAsserted(() -> {
            assertThat(placesWith(person)).isEmpty();
            assertThat(placesWith(life)).isEmpty();
        });
        assertThat(placesWith("event-of-a-neighbour")).contains("buurtpuls.mutations");
        assertThat(figure(buurt, "2024-06-01", "population")).isEqualTo(2);
        assertThat(figure(buurt, "2024-06-01", "social-assistance.recipients")).isEqualTo(1);
    }

    /** Topics, the compacted ones as they are once the broker has cleaned them, and tables that have a text. */
    private static TreeSet<String> placesWith(String text) throws Exception {
        TreeSet<String> places = new TreeSet<>();
        everything.records().forEach((topic, records) -> {
            boolean compacted = topic.endsWith("-changelog") || topic.equals(Topic.RESIDUES.topicName());
            (compacted ? Everything.kept(records) : records)
                    .stream()
                            .filter(record -> Everything.text(record).contains(text))
                            .findAny()
                            .ifPresent(found -> places.add(topic));
        });
        everything.rows((table, row) -> {
            if (row.contains(text)) {
                places.add(table);
            }
        });
        return places;
    }

    private static int figure(String area, String date, String indicator) throws Exception {
        return running.read("/v1/areas/" + area + "/snapshot?date=" + date)
                .at("/indicators/" + indicator + "/value")
                .asInt();
    }

    private static String residence(String buurt) {
        return "\"birthDate\":\"1980-05-12\",\"residence\":{\"buurt\":\"" + buurt + "\",\"household\":\"h-erasure\"}";
    }

    private static String erasable(String id, String type, String person, String date, String more) {
        return envelope(
                id,
                type,
                "{\"person\":{\"id\":\"%s\"},\"municipality\":\"GM0907\",\"effectiveDate\":\"%s\",%s}"
                        .formatted(person, date, more));
    }

    /** A person by a number that was not given before. */
    private String bsn() {
        return "{\"bsn\":\"" + bsns.next() + "\"}";
    }

    private static String stand(String person, String household) {
        return """
                {"person":%s,"municipality":"GM0893","effectiveDate":"2024-03-01","birthDate":"1987-05-12",\
                "residence":{"buurt":"%s","household":"%s","dwelling":"d-8"}}""".formatted(person, BUURT, household);
    }

    private String event(String data) {
        events++;
        return envelope("scan-" + events, "nl.brp.ingeschreven.stand", data);
    }

    private static String envelope(String id, String type, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"urn:nld:x:y","type":"%s","time":"2024-03-02T09:14:05Z",\
                "datacontenttype":"application/json","data":%s}""".formatted(id, type, data);
    }

    private static Map<String, String> binary(String id) {
        return Map.of(
                "ce-specversion", "1.0",
                "ce-id", id,
                "ce-source", "urn:nld:x:y",
                "ce-type", "nl.brp.ingeschreven.stand",
                "ce-time", "2024-03-02T09:14:05Z");
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return post(path, type, body, Map.of());
    }

    private HttpResponse<String> post(String path, String type, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder call = HttpRequest.newBuilder(running.ingest().resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        headers.forEach(call::header);
        if (!headers.containsKey("Authorization")) {
            call.header("Authorization", running.bearer(Roles.MUTATION_WRITER));
        }
        HttpResponse<String> answer = client.send(call.build(), BodyHandlers.ofString());
        answers.add(answer.statusCode() + " " + answer.headers().map() + "\n" + answer.body());
        return answer;
    }

    private String get(URI address, String role) throws IOException, InterruptedException {
        HttpRequest call = HttpRequest.newBuilder(address)
                .header("Authorization", running.bearer(role))
                .build();
        return client.send(call, BodyHandlers.ofString()).body();
    }

    private static void assertTaken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }
}
