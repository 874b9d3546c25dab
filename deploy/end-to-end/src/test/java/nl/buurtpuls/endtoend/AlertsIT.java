package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.process.Command;
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
 * One grant of a benefit makes Weggebekker cross its line: a real receiver and a real Alertmanager are told once, whatever
 * dies in between. It comes last: who lives in Weggebekker because of it would be counted by others.
 */
@OnSharedStack
@Order(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlertsIT {

    private static final String WEGGEBEKKER = "BU09172000";
    private static final String RULE = "weggebekker";
    private static final LocalDate SINCE = LocalDate.parse("2020-01-01");
    private static final LocalDate GRANTED = LocalDate.parse("2024-03-01");
    private static final int NEWCOMERS = 200;
    private static final double LINE = 0.25;
    private static final Path ALERTMANAGER = Path.of("/usr/bin/prometheus-alertmanager");
    /** As pom.xml tells report-service. */
    private static final URI ALERTMANAGER_URL = URI.create("http://localhost:29093");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Running stack;
    private final Register heerlen = new Register("GM0917");
    private final WebhookReceiver receiver;
    private final Event last;
    private Part alertmanager;

    AlertsIT(Running stack) throws IOException {
        this.stack = stack;
        this.receiver = new WebhookReceiver(stack.parts().data().secret("webhook"));
        this.last = heerlen.isGranted("w-" + (NEWCOMERS - 1), Scheme.SOCIAL_ASSISTANCE, GRANTED);
    }

    @BeforeAll
    void bringWeggebekkerToTheLine() throws Exception {
        assertThat(ALERTMANAGER)
                .as("the Debian package prometheus-alertmanager, which .ci/run installs")
                .exists();
        alertmanager = startAlertmanager();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < NEWCOMERS; i++) {
            events.add(heerlen.lives("w-" + i, WEGGEBEKKER, SINCE));
        }
        stack.send(events.toArray(Event[]::new));
        stack.awaitReadable();
        JsonNode share = stack.snapshot(WEGGEBEKKER).at("/indicators/social-assistance.recipients.share");
        long most = (long) Math.floor(LINE * share.path("denominator").asLong())
                - share.path("numerator").asLong();
        events.clear();
        for (int i = 0; i < most; i++) {
            events.add(heerlen.isGranted("w-" + i, Scheme.SOCIAL_ASSISTANCE, GRANTED));
        }
        stack.send(events.toArray(Event[]::new));
        stack.awaitReadable();
        HttpResponse<String> made = stack.asAlertAdmin("POST", "/v1/alert-rules", rule());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        TimeUnit.SECONDS.sleep(3);
        assertThat(receiver.received()).as("on the line is not beyond it").isEmpty();
    }

    @AfterAll
    void end() throws Exception {
        stack.asAlertAdmin("DELETE", "/v1/alert-rules/" + RULE, "");
        receiver.close();
        if (alertmanager != null) {
            alertmanager.close();
        }
    }

    @Test
    @Order(1)
    void oneGrantMoreFiresOnceSignedAndAlertmanagerShowsIt() throws Exception {
        stack.send(last);

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(receiver.received()).hasSize(1));
        WebhookReceiver.Received told = receiver.received().get(0);
        assertThat(told.signed()).isTrue();
        assertThat(told.event().path("type").asText()).isEqualTo("nl.buurtpuls.alert.firing");
        assertThat(told.event().at("/data/area").asText()).isEqualTo(WEGGEBEKKER);
        assertThat(told.event().at("/data/since").asText()).isEqualTo(GRANTED.toString());
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(shownByAlertmanager()).containsExactly(WEGGEBEKKER));
        TimeUnit.SECONDS.sleep(3);
        assertThat(receiver.received()).as("once").hasSize(1);
    }

    @Test
    @Order(2)
    void aRetractionResolvesIt() throws Exception {
        receiver.forget();

        stack.send(heerlen.retracts(last));

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(receiver.received()).hasSize(1));
        JsonNode event = receiver.received().get(0).event();
        assertThat(event.path("type").asText()).isEqualTo("nl.buurtpuls.alert.resolved");
        assertThat(event.at("/data/cause").asText()).isEqualTo("correction");
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(shownByAlertmanager()).isEmpty());
    }

    @Test
    @Order(3)
    void whoIsKilledBetweenTheChangeAndItsDeliveryDeliversItOnItsReturn() throws Exception {
        receiver.open(false);
        receiver.forget();
        Event again = heerlen.isGranted("w-" + (NEWCOMERS - 1), Scheme.SOCIAL_ASSISTANCE, GRANTED);
        stack.send(again);
        await().atMost(Patience.LIMIT).untilAsserted(() -> assertThat(open()).hasSize(1));

        stack.parts().kill(Service.REPORT);
        receiver.open(true);
        stack.parts().restart(Service.REPORT);

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(receiver.received()).isNotEmpty());
        // What the killed one had in its hands is there for its successor once its time for it has run out.
        await().atMost(Patience.LIMIT).until(() -> topicHas(RULE + "." + WEGGEBEKKER + ".2"));
        TimeUnit.SECONDS.sleep(3);
        assertThat(open()).as("one alert, though all was looked at anew").hasSize(1);
        assertThat(receiver.received())
                .extracting(WebhookReceiver.Received::id)
                .containsOnly(RULE + "." + WEGGEBEKKER + ".2.firing");
        stack.send(heerlen.retracts(again));
        await().atMost(Patience.LIMIT).untilAsserted(() -> assertThat(open()).isEmpty());
    }

    /** How long each took is written beside the logs; a machine that others use too says nothing about it. */
    @Test
    @Order(4)
    void whatCrossesTheLineAgainAndAgainIsToldEachTime() throws Exception {
        int rounds = Integer.getInteger("buurtpuls.alert-rounds", 5);
        List<Long> millis = new ArrayList<>();
        int next = 1;
        for (JsonNode alert : stack.read("/v1/alerts?area=" + WEGGEBEKKER)) {
            next += alert.path("rule").asText().equals(RULE) ? 1 : 0;
        }
        for (int number = next; number < next + rounds; number++) {
            String alert = RULE + "." + WEGGEBEKKER + "." + number;
            Event grant = heerlen.isGranted("w-" + (NEWCOMERS - 1), Scheme.SOCIAL_ASSISTANCE, GRANTED);
            millis.add(untilTold(grant, alert + ".firing"));
            millis.add(untilTold(heerlen.retracts(grant), alert + ".resolved"));
        }
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        Files.writeString(
                SharedStack.HOME.resolve("deploy/end-to-end/target/alerts.txt"),
                String.format(
                        "202 to webhook, %d times: p50 %d ms, p90 %d ms, p99 %d ms, most %d ms; in order %s%n",
                        sorted.length,
                        at(sorted, 0.5),
                        at(sorted, 0.9),
                        at(sorted, 0.99),
                        sorted[sorted.length - 1],
                        millis));
    }

    private long untilTold(Event event, String id) throws Exception {
        stack.send(event);
        long accepted = System.nanoTime();
        await().pollInterval(Duration.ofMillis(5)).atMost(Patience.LIMIT).until(() -> told(id).isPresent());
        return Math.max(0, told(id).orElseThrow().nanos() - accepted) / 1_000_000;
    }

    private Optional<WebhookReceiver.Received> told(String id) {
        return receiver.received().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static long at(long[] sorted, double part) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(part * sorted.length) - 1)];
    }

    private String rule() {
        return "{\"id\":\"" + RULE + "\",\"indicator\":\"social-assistance.recipients.share\",\"level\":\"buurt\","
                + "\"within\":\"GM0917\",\"direction\":\"above\",\"threshold\":" + LINE + ",\"holdFor\":\"P0D\","
                + "\"minimumPopulation\":100,\"severity\":\"critical\",\"exact\":true,\"webhook\":\""
                + receiver.address()
                + "\"}";
    }

    /** Those of the rule that are not over: the rules that are shipped speak of Weggebekker too. */
    private List<JsonNode> open() throws IOException, InterruptedException {
        List<JsonNode> open = new ArrayList<>();
        stack.read("/v1/alerts?area=" + WEGGEBEKKER).forEach(alert -> {
            if (alert.path("rule").asText().equals(RULE)
                    && !alert.path("state").asText().equals("resolved")) {
                open.add(alert);
            }
        });
        return open;
    }

    private boolean topicHas(String alert) {
        return stack.topics().read(Topic.ALERTS).stream().anyMatch(record -> alert.equals(record.key()));
    }

    private Part startAlertmanager() throws IOException, InterruptedException {
        Path folder = SharedStack.newFolder("alertmanager-");
        Path settings = folder.resolve("alertmanager.yml");
        Files.writeString(settings, "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        Part part = stack.parts()
                .launchGuest(new Command(
                        "alertmanager",
                        List.of(
                                ALERTMANAGER.toString(),
                                "--config.file=" + settings,
                                "--storage.path=" + folder,
                                "--cluster.listen-address=",
                                "--web.listen-address=localhost:" + ALERTMANAGER_URL.getPort()),
                        Map.of(),
                        "TERM",
                        Duration.ofSeconds(10)));
        await().atMost(Patience.LIMIT).ignoreExceptions().until(() -> alerts().isArray());
        return part;
    }

    /** The areas of alerts that it takes for active. */
    private List<String> shownByAlertmanager() throws IOException, InterruptedException {
        List<String> areas = new ArrayList<>();
        alerts().forEach(alert -> {
            if (alert.at("/labels/alertname").asText().equals(RULE)) {
                areas.add(alert.at("/labels/area").asText());
            }
        });
        return areas;
    }

    private static JsonNode alerts() throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(ALERTMANAGER_URL.resolve("/api/v2/alerts?active=true"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return Running.JSON.readTree(answer.body());
    }
}
