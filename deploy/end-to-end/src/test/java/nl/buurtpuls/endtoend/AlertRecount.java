package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.buurtpuls.contract.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ThrowingRunnable;

/**
 * Holds the alerts of two rules against plain counting, and what receivers were told against the alerts. The rules are the
 * simplest there are: more residents than so many, in a municipality and in a buurt.
 */
final class AlertRecount implements AutoCloseable {

    private static final Map<String, Integer> MOST_BY_LEVEL = Map.of("municipality", 6, "buurt", 3);
    private static final int MOST_ALERTS = 20_000;
    private static final Duration LONGEST_TO_TELL = Duration.ofMinutes(3);

    private final Running stack;
    private final WebhookReceiver receiver;

    private AlertRecount(Running stack, WebhookReceiver receiver) {
        this.stack = stack;
        this.receiver = receiver;
    }

    /**
     * What was found.
     *
     * @param compared areas that were held against the rules
     * @param firing of them, those that have an alert
     * @param told different events of alerts that the webhook was told of
     * @param toldAgain how often it was told of one that it knew, under the same id
     * @param twice areas with two alerts of one rule that are not over
     */
    record Found(int compared, int firing, int told, int toldAgain, int twice) {}

    /** Puts the rules in force. */
    static AlertRecount start(Running stack) throws IOException, InterruptedException {
        WebhookReceiver receiver = new WebhookReceiver(stack.parts().data().secret("webhook"));
        for (Map.Entry<String, Integer> rule : MOST_BY_LEVEL.entrySet()) {
            String body = "{\"id\":\"" + ruleOf(rule.getKey()) + "\",\"indicator\":\"population\",\"level\":\""
                    + rule.getKey() + "\",\"direction\":\"above\",\"threshold\":" + rule.getValue()
                    + ",\"holdFor\":\"P0D\",\"minimumPopulation\":0,\"severity\":\"warning\",\"exact\":true,"
                    + "\"webhook\":\"" + receiver.address() + "\"}";
            HttpResponse<String> made = stack.asAlertAdmin("POST", "/v1/alert-rules", body);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        }
        return new AlertRecount(stack, receiver);
    }

    private static String ruleOf(String level) {
        return "many-in-a-" + level;
    }

    /** Waits until all has been told, and judges. */
    Found judge(List<World> worlds) throws IOException, InterruptedException {
        Map<String, Line> lines = new TreeMap<>();
        Set<String> expected = new TreeSet<>();
        for (World world : worlds) {
            for (String municipality : world.municipalities()) {
                Recount recount = new Recount(stack, world, municipality);
                LocalDate today =
                        LocalDate.parse(stack.snapshot(municipality).get("date").asText());
                for (String area : recount.areas()) {
                    Integer most = MOST_BY_LEVEL.get(levelOf(area));
                    if (most != null) {
                        Line line = new Line(recount, area, most, today);
                        String alert = ruleOf(levelOf(area)) + " " + area;
                        lines.put(alert, line);
                        if (line.isCrossedOn(today)) {
                            expected.add(alert);
                        }
                    }
                }
            }
        }
        eventually(() -> assertThat(firing().keySet()).as("alerts that fire").isEqualTo(expected));
        firing().forEach((alert, since) -> lines.get(alert).assertCrossedSince(since));
        eventually(() -> assertThat(lastToldByWebhook())
                .as("what the webhook was told last of each alert")
                .isEqualTo(states()));
        eventually(() -> assertThat(lastToldInTopic())
                .as("what the topic says last of each alert")
                .isEqualTo(states()));
        int deliveries = receiver.received().size();
        int different = (int) receiver.received().stream()
                .map(WebhookReceiver.Received::id)
                .distinct()
                .count();
        return new Found(lines.size(), expected.size(), different, deliveries - different, twice());
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(LONGEST_TO_TELL).pollInterval(Duration.ofSeconds(2)).untilAsserted(assertion);
    }

    /** A rule and an area by plain counting. */
    private record Line(Recount recount, String area, int most, LocalDate today) {

        private static final int LOOKS = 40;

        boolean isCrossedOn(LocalDate day) {
            return recount.figure(area, "population", day).numerator() > most;
        }

        /** On the day before it was not, on that day it was, and on all days since: some of them are looked at. */
        void assertCrossedSince(LocalDate since) {
            assertThat(isCrossedOn(since.minusDays(1)))
                    .as("%s above %d the day before %s", area, most, since)
                    .isFalse();
            long days = ChronoUnit.DAYS.between(since, today);
            for (int look = 0; look <= LOOKS; look++) {
                LocalDate day = since.plusDays(days * look / LOOKS);
                assertThat(isCrossedOn(day))
                        .as("%s above %d on %s, since %s", area, most, day, since)
                        .isTrue();
            }
        }
    }

    private static String levelOf(String area) {
        return switch (area.substring(0, 2)) {
            case "GM" -> "municipality";
            case "BU" -> "buurt";
            default -> "other";
        };
    }

    private Map<String, LocalDate> firing() throws IOException, InterruptedException {
        Map<String, LocalDate> firing = new TreeMap<>();
        for (JsonNode alert : alerts()) {
            if (alert.path("state").asText().equals("firing")) {
                firing.put(
                        alert.path("rule").asText() + " " + alert.path("area").asText(),
                        LocalDate.parse(alert.path("since").asText()));
            }
        }
        return firing;
    }

    private int twice() throws IOException, InterruptedException {
        int twice = 0;
        Set<String> open = new TreeSet<>();
        for (JsonNode alert : alerts()) {
            boolean isOver = alert.path("state").asText().equals("resolved");
            if (!isOver
                    && !open.add(
                            alert.path("rule").asText() + alert.path("area").asText())) {
                twice++;
            }
        }
        return twice;
    }

    /** Those that have ever fired, and how they are. */
    private Map<String, String> states() throws IOException, InterruptedException {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode alert : alerts()) {
            if (alert.hasNonNull("firedOn")) {
                states.put(alert.path("id").asText(), alert.path("state").asText());
            }
        }
        return states;
    }

    private Map<String, String> lastToldByWebhook() {
        Map<String, String> last = new HashMap<>();
        for (WebhookReceiver.Received told : receiver.received()) {
            assertThat(told.signed()).as("signature of " + told.id()).isTrue();
            putLast(
                    last,
                    told.event().at("/data/id").asText(),
                    told.event().path("type").asText());
        }
        return new TreeMap<>(last);
    }

    private Map<String, String> lastToldInTopic() throws IOException {
        Map<String, String> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : stack.topics().read(Topic.ALERTS)) {
            JsonNode alert = Running.JSON.readTree(record.value());
            if (isOurs(alert)) {
                String type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                putLast(last, alert.path("id").asText(), type);
            }
        }
        return new TreeMap<>(last);
    }

    /** What is over does not fire again under the same id, whatever comes once more. */
    private static void putLast(Map<String, String> last, String alert, String type) {
        String state = type.endsWith("resolved") ? "resolved" : "firing";
        last.merge(alert, state, (before, now) -> before.equals("resolved") ? before : now);
    }

    private static boolean isOurs(JsonNode alert) {
        return MOST_BY_LEVEL.keySet().stream()
                .anyMatch(level -> ruleOf(level).equals(alert.path("rule").asText()));
    }

    private List<JsonNode> alerts() throws IOException, InterruptedException {
        List<JsonNode> alerts = new ArrayList<>();
        stack.read("/v1/alerts?pageSize=" + MOST_ALERTS).forEach(alert -> {
            if (isOurs(alert)) {
                alerts.add(alert);
            }
        });
        return alerts;
    }

    @Override
    public void close() {
        receiver.close();
    }
}
