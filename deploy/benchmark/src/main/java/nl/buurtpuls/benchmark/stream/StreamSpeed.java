package nl.buurtpuls.benchmark.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.benchmark.figure.Percentiles;
import nl.buurtpuls.benchmark.figure.Table;
import nl.buurtpuls.benchmark.footprint.Memory;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.Stand;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.token.Grant;
import nl.buurtpuls.simulator.output.EventLine;

/**
 * Many readers of exact figures follow one buurt; people come to live there, one by one. Measured is the time from the
 * acknowledgement of each until it is told to each client.
 */
public final class StreamSpeed {

    private static final int CLIENTS = 5_000;
    private static final int NEWCOMERS = 20;
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String MUNICIPALITY = "GM0986";
    private static final String BUURT = "BU09860101";
    private static final String SOURCE = "urn:nld:oin:00000001001234567000:systeem:benchmark";
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final Stack stack;
    private final InstantSource clock;
    private final Progress progress;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public StreamSpeed(Stack stack, InstantSource clock, Progress progress) {
        this.stack = stack;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * @throws StartFailure if a client is not taken, or not told
     */
    public void measure(Table table) throws InterruptedException {
        long before = resident();
        Audience audience = new Audience(CLIENTS);
        progress.say("Connecting " + CLIENTS + " clients");
        connect(audience);
        long with = resident();
        List<Duration> first = new ArrayList<>();
        List<Duration> last = new ArrayList<>();
        List<Duration> each = new ArrayList<>();
        Duration serving = Duration.ZERO;
        Duration following = Duration.ZERO;
        for (int number = 1; number <= NEWCOMERS; number++) {
            audience.expect(number);
            Duration servingBefore = cpu(stack.process(Service.REPORT).pid());
            Duration followingBefore = cpu(ProcessHandle.current().pid());
            post(number);
            long acknowledged = System.nanoTime();
            List<Duration> told = audience.awaitTold(acknowledged, PATIENCE);
            if (told.size() < CLIENTS) {
                throw StartFailure.failed("Of " + CLIENTS + " clients " + told.size() + " were told of newcomer "
                        + number + " in " + PATIENCE.toSeconds() + " s.");
            }
            // The first warms up.
            if (number > 1) {
                serving = serving.plus(cpu(stack.process(Service.REPORT).pid()).minus(servingBefore));
                following = following.plus(cpu(ProcessHandle.current().pid()).minus(followingBefore));
                each.addAll(told);
                first.add(told.stream().min(Duration::compareTo).orElseThrow());
                last.add(told.stream().max(Duration::compareTo).orElseThrow());
            }
            Thread.sleep(BETWEEN.toMillis());
        }
        Percentiles all = Percentiles.of(each);
        table.heading("From a mutation's acknowledgement until a client of the stream is told")
                .count("clients", CLIENTS, "")
                .count("mutations", NEWCOMERS - 1L, "")
                .millis("first client, median", Percentiles.of(first).at(50))
                .millis("each client, p50", all.at(50))
                .millis("each client, p99", all.at(99))
                .millis("last client, median", Percentiles.of(last).at(50))
                .millis("last client, most", all.max())
                .millis("CPU of report-service for a mutation", serving.dividedBy(NEWCOMERS - 1L))
                .millis("CPU of these clients for a mutation", following.dividedBy(NEWCOMERS - 1L))
                .mebibytes("memory of report-service before", before)
                .mebibytes("memory of report-service with the clients", with)
                .mebibytes("memory of report-service after", resident());
    }

    private static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private long resident() {
        return Memory.resident(stack.process(Service.REPORT).pid()).orElse(0);
    }

    private void connect(Audience audience) throws InterruptedException {
        String bearer = bearer(Roles.EXACT_READER);
        URI stream = URI.create(stack.address(Service.REPORT) + "/v1/stream?topics=snapshots&areas=" + BUURT);
        for (int i = 0; i < CLIENTS; i++) {
            Audience.Client client = audience.client(i);
            http.sendAsync(
                            HttpRequest.newBuilder(stream)
                                    .header("Authorization", bearer)
                                    .build(),
                            answer -> {
                                if (answer.statusCode() != 200) {
                                    audience.fail("a client was answered " + answer.statusCode());
                                } else {
                                    audience.connected();
                                }
                                return HttpResponse.BodySubscribers.fromSubscriber(client);
                            })
                    .exceptionally(broken -> {
                        audience.fail(String.valueOf(broken.getMessage()));
                        return null;
                    });
            if (i % 100 == 99) {
                audience.awaitConnected(i + 1, PATIENCE);
            }
        }
    }

    private void post(int number) throws InterruptedException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        Event event = new Event(
                new EventId(SOURCE, "stream-" + clock.millis() + "-" + number),
                clock.instant(),
                new Stand(
                        "newcomer-" + number,
                        MUNICIPALITY,
                        today,
                        PartialDate.parse("1980-05-12"),
                        new Residence(BUURT, "h-" + number, null),
                        null));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        new EventLine(line).accept(event);
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.address(Service.INGEST) + "/v1/events"))
                .header("Authorization", bearer(Roles.MUTATION_WRITER))
                .header("Content-Type", "application/cloudevents+json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        line.toString(StandardCharsets.UTF_8).strip()))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw StartFailure.failed("The event was answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw StartFailure.failed("The event was not sent: " + e.getMessage());
        }
    }

    private String bearer(String role) {
        return "Bearer "
                + stack.tokens().issue(Grant.of(role).named("benchmark").toServe("benchmark"));
    }
}
