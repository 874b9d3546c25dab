package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.buurtpuls.local.stack.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What services show to Prometheus: all that dashboards, rules and the operator's guide ask for, and no more than is of use. */
@OnSharedStack
@Order(7)
class MetricsIT {

    private static final Pattern NAME = Pattern.compile("\\b(?:buurtpuls|jvm|kafka)_[a-z_]*[a-z]\\b(?!-)");
    private static final Pattern SAMPLE = Pattern.compile("^([a-z][a-zA-Z0-9_]*)[{ ]", Pattern.MULTILINE);
    /** What one name of a distribution stands for. */
    private static final List<String> PARTS = List.of("_bucket", "_count", "_sum", "_max");
    /** Numbers of Kafka's clients that are new are looked for once a minute. */
    private static final Duration SHOWN = Duration.ofMinutes(2);

    private static final String RULE = "somebody-lives-there";

    private final Running stack;
    private final Register dongen = new Register("GM0766");

    MetricsIT(Running stack) {
        this.stack = stack;
    }

    @Test
    void everyNameThatDashboardsAndRulesAndTheGuideUseIsShown() throws Exception {
        List<Path> files = new ArrayList<>(List.of(home("docs/operations.md"), home("docs/alerts.md")));
        files.addAll(in("deploy/grafana/dashboards"));
        files.addAll(in("deploy/prometheus/rules"));
        Set<String> asked = new TreeSet<>();
        for (Path file : files) {
            NAME.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(asked::add);
        }
        assertThat(asked).hasSizeGreaterThan(25);

        try (WebhookReceiver receiver = new WebhookReceiver(stack.parts().data().secret("webhook"))) {
            letEverythingHappenThatIsCounted(receiver);
            await().atMost(SHOWN).untilAsserted(() -> {
                Set<String> shown = shown();
                assertThat(asked)
                        .as("names that are asked for, and shown by no service")
                        .filteredOn(name -> !isAmong(shown, name))
                        .isEmpty();
            });
        } finally {
            stack.asAlertAdmin("DELETE", "/v1/alert-rules/" + RULE, "");
        }
    }

    /** Some numbers are not there before the first. */
    private void letEverythingHappenThatIsCounted(WebhookReceiver receiver) throws Exception {
        receiver.open(false);
        HttpResponse<String> made = stack.asAlertAdmin(
                "POST",
                "/v1/alert-rules",
                "{\"id\":\"" + RULE + "\",\"indicator\":\"population\",\"level\":\"buurt\",\"within\":\"GM0766\","
                        + "\"direction\":\"above\",\"threshold\":0,\"holdFor\":\"P0D\",\"severity\":\"info\","
                        + "\"exact\":true,\"webhook\":\"" + receiver.address() + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(stack.post("/v1/events", "application/cloudevents+json", "{}")
                        .statusCode())
                .isEqualTo(400);
        stack.send(dongen.lives("somebody", dongen.buurt(101), LocalDate.parse("2024-01-01")));
        await().atMost(SHOWN)
                .untilAsserted(() -> assertThat(shown()).contains("buurtpuls_alerts_delivery_failures_total"));
        receiver.open(true);
    }

    /** There are a dozen stores for each partition, and Kafka Streams has seventy numbers of each. */
    @Test
    void ofEachStoreOnlyWhatIsOfUseIsShown() {
        await().atMost(SHOWN)
                .untilAsserted(() -> assertThat(samples(Service.INDICATOR))
                        .contains("kafka_stream_state_total_sst_files_size")
                        .doesNotContain("kafka_stream_state_get_rate")
                        .hasSizeLessThan(4_000));
    }

    private static boolean isAmong(Set<String> shown, String name) {
        return shown.contains(name) || PARTS.stream().anyMatch(part -> shown.contains(name + part));
    }

    private Set<String> shown() throws IOException, InterruptedException {
        Set<String> shown = new TreeSet<>();
        for (Service service : Service.values()) {
            shown.addAll(samples(service));
        }
        return shown;
    }

    /** The name of each sample. */
    private List<String> samples(Service service) throws IOException, InterruptedException {
        return SAMPLE.matcher(stack.metrics(service))
                .results()
                .map(sample -> sample.group(1))
                .toList();
    }

    private static Path home(String path) {
        return SharedStack.HOME.resolve(path);
    }

    private static List<Path> in(String folder) throws IOException {
        try (Stream<Path> files = Files.list(home(folder))) {
            return files.toList();
        }
    }
}
