package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.local.process.Part;
import nl.buurtpuls.local.stack.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two report-services share Kafka and the database, and one is killed while alerts fire and end: each crossing is one alert,
 * each change of it has one id, and whoever asks or follows either of them hears the same.
 */
@OnSharedStack
@Order(89)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoReportServicesIT {

    private static final LocalDate SINCE = LocalDate.parse("2020-01-01");
    private static final LocalDate ARRIVED = LocalDate.parse("2024-03-10");
    private static final int BESIDE = 10;

    /** Buurten that a crowd moves into, with published figures that cross 150. */
    private static final int CROWDED = 8;

    private static final int RESIDENTS = 140;
    private static final int NEWCOMERS = 30;
    private static final String CROWDED_RULE = "{\"id\":\"crowded\",\"indicator\":\"population\",\"threshold\":150,";

    /**
     * Buurten where ten of forty are on social assistance, which is the line and not beyond it. When one of the ten leaves,
     * both numbers fall by one: who had counted forty less one, and ten still, would see the line crossed.
     */
    private static final int ON_THE_LINE = 20;

    private static final String LINE_RULE = "{\"id\":\"beyond-a-quarter\",\"exact\":true,"
            + "\"indicator\":\"social-assistance.recipients.share\",\"threshold\":0.25,";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Running stack;
    private final Register maastricht = new Register("GM0935");
    private final WebhookReceiver receiver;
    private final URI first;
    private final URI second;
    /** By buurt, to take them back. */
    private final Map<Integer, List<Event>> arrived = new HashMap<>();

    private Part secondProcess;

    TwoReportServicesIT(Running stack) throws IOException {
        this.stack = stack;
        this.receiver = new WebhookReceiver(stack.parts().data().secret("webhook"));
        this.first = stack.report();
        this.second = URI.create("http://localhost:" + (first.getPort() + BESIDE));
    }

    @BeforeAll
    void bringThemBelowTheirLines() throws Exception {
        secondProcess = stack.parts().launchAnother(Service.REPORT, second.getPort());
        List<Event> events = new ArrayList<>();
        crowded().forEach(buurt -> events.addAll(people("r", buurt, RESIDENTS, SINCE)));
        onTheLine().forEach(buurt -> {
            events.addAll(people("r", buurt, 40, SINCE));
            for (int i = 0; i < 10; i++) {
                events.add(maastricht.isGranted("r-" + buurt + "-" + i, Scheme.SOCIAL_ASSISTANCE, SINCE));
            }
        });
        stack.send(events.toArray(Event[]::new));
        stack.awaitReadable();
        for (String rule : List.of(CROWDED_RULE, LINE_RULE)) {
            HttpResponse<String> made = stack.asAlertAdmin("POST", "/v1/alert-rules", whole(rule));
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        }
    }

    @AfterAll
    void end() throws Exception {
        stack.asAlertAdmin("DELETE", "/v1/alert-rules/crowded", "");
        stack.asAlertAdmin("DELETE", "/v1/alert-rules/beyond-a-quarter", "");
        receiver.close();
        secondProcess.close();
    }

    @Test
    @Order(1)
    void bothTellOfWhatEitherHasRead() throws Exception {
        int before = population(first);
        try (StreamListener alertsOfFirst = follow(first, "topics=alerts", "");
                StreamListener alertsOfSecond = follow(second, "topics=alerts", "");
                StreamListener figuresOfFirst = follow(first, "topics=snapshots&areas=GM0935", "");
                StreamListener figuresOfSecond = follow(second, "topics=snapshots&areas=GM0935", "")) {

            stack.send(newcomers(1).toArray(Event[]::new));

            await().atMost(Patience.LIMIT)
                    .untilAsserted(() -> assertThat(receivedIds()).contains(told(1, "firing")));
            for (StreamListener alerts : List.of(alertsOfFirst, alertsOfSecond)) {
                await().atMost(Patience.LIMIT)
                        .untilAsserted(
                                () -> assertThat(states(alerts, alert(1))).contains("firing"));
            }
            for (StreamListener figures : List.of(figuresOfFirst, figuresOfSecond)) {
                await().atMost(Patience.LIMIT)
                        .untilAsserted(() -> assertThat(figures.told())
                                .extracting(told ->
                                        told.at("/indicators/population/value").asInt())
                                .endsWith(before + NEWCOMERS));
            }
            assertThat(population(second)).isEqualTo(population(first));
        }
    }

    @Test
    @Order(2)
    void oneThatIsKilledAmidstLosesAndDoublesNothing() throws Exception {
        String lastId;
        try (StreamListener alerts = follow(second, "topics=alerts", "")) {
            receiver.takeItsTime(Duration.ofMillis(300));
            stack.send(IntStream.rangeClosed(2, CROWDED)
                    .mapToObj(this::newcomers)
                    .flatMap(List::stream)
                    .toArray(Event[]::new));
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Patience.LIMIT)
                    .until(() -> receivedIds().size() > 1 && !alerts.lastId().isEmpty());

            secondProcess.kill();

            lastId = alerts.lastId();
        }
        // For ten seconds nobody reads what the dead one read.
        stack.send(onTheLine()
                .map(buurt -> maastricht.emigrates("r-" + buurt + "-0", ARRIVED))
                .toArray(Event[]::new));
        stack.send(newcomers(1).stream().map(maastricht::retracts).toArray(Event[]::new));

        String[] expected = Stream.concat(
                        Stream.of(told(1, "resolved")),
                        IntStream.rangeClosed(1, CROWDED).mapToObj(number -> told(number, "firing")))
                .toArray(String[]::new);
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(receivedIds()).contains(expected));
        stack.awaitReadable();
        TimeUnit.SECONDS.sleep(2);
        assertThat(receivedIds().stream().distinct())
                .as("one id for each change, and nothing of those on the line")
                .containsExactlyInAnyOrder(expected);
        assertThat(receiver.received()).allMatch(WebhookReceiver.Received::signed);

        secondProcess.start();
        secondProcess.awaitReady(Patience.LIMIT);
        assertThat(alerts(second)).isEqualTo(alerts(first));
        assertThat(alerts(first)).hasSize(CROWDED);
        try (StreamListener back = follow(second, "topics=alerts", lastId)) {
            await().atMost(Patience.LIMIT)
                    .untilAsserted(() -> assertThat(states(back, alert(1)))
                            .as("what ended while it was dead")
                            .containsExactly("resolved"));
        }
    }

    private Stream<String> crowded() {
        return IntStream.rangeClosed(1, CROWDED).mapToObj(maastricht::buurt);
    }

    private Stream<String> onTheLine() {
        return IntStream.rangeClosed(101, 100 + ON_THE_LINE).mapToObj(maastricht::buurt);
    }

    private List<Event> people(String who, String buurt, int number, LocalDate since) {
        return IntStream.range(0, number)
                .mapToObj(i -> maastricht.lives(who + "-" + buurt + "-" + i, buurt, since))
                .toList();
    }

    private List<Event> newcomers(int number) {
        return arrived.computeIfAbsent(number, any -> people("n", maastricht.buurt(number), NEWCOMERS, ARRIVED));
    }

    private String whole(String rule) {
        return rule + "\"level\":\"buurt\",\"within\":\"GM0935\",\"direction\":\"above\",\"webhook\":\""
                + receiver.address() + "\"}";
    }

    private String alert(int number) {
        return "crowded." + maastricht.buurt(number) + ".1";
    }

    private String told(int number, String happened) {
        return alert(number) + "." + happened;
    }

    private List<String> receivedIds() {
        return receiver.received().stream().map(WebhookReceiver.Received::id).toList();
    }

    private static List<String> states(StreamListener listener, String alert) {
        return listener.told().stream()
                .filter(told -> told.path("id").asText().equals(alert))
                .map(told -> told.path("state").asText())
                .toList();
    }

    private StreamListener follow(URI service, String query, String lastId) throws IOException, InterruptedException {
        return StreamListener.to(service, stack.bearer(Roles.EXACT_READER), query, lastId);
    }

    private int population(URI service) throws IOException, InterruptedException {
        return read(service, "/v1/areas/GM0935/snapshot")
                .at("/indicators/population/value")
                .asInt();
    }

    private JsonNode alerts(URI service) throws IOException, InterruptedException {
        return read(service, "/v1/alerts?area=GM0935");
    }

    private JsonNode read(URI service, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(service.resolve(path))
                        .header("Authorization", stack.bearer(Roles.EXACT_READER))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Running.JSON.readTree(answer.body());
    }
}
