package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.local.stack.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What services show to Prometheus: all that dashboards, rules and docs name, and of stores no more than is of use. */
@OnSharedStack
@Order(7)
class MetricsIT {

    private static final Pattern NAME = Pattern.compile("\\b(?:buurtpuls|jvm|kafka)_[a-z_]*[a-z]\\b(?!-)");
    private static final Pattern SAMPLE = Pattern.compile("^([a-z][a-zA-Z0-9_]*)[{ ]", Pattern.MULTILINE);
    /** What one name of a distribution stands for. */
    private static final List<String> PARTS = List.of("_bucket", "_count", "_sum", "_max");
    /** Numbers of Kafka's clients that are new are looked for once a minute. */
    private static final Duration SHOWN = Duration.ofMinutes(3);

    private static final Duration LOOK = Duration.ofSeconds(2);

    private static final String RULE = "somebody-lives-there";

    private final Running stack;
    private final Register dongen = new Register("GM0766");

    MetricsIT(Running stack) {
        this.stack = stack;
    }

    /** Java's client asks for HTTP/2, and going over to it without TLS tears an answer now and then. */
    @Test
    void withoutTlsServicesSpeakHttp1() throws Exception {
        for (Service service : Service.values()) {
            HttpRequest call = HttpRequest.newBuilder(stack.address(service).resolve("/q/health/live"))
                    .build();
            HttpResponse<Void> answer = HttpClient.newHttpClient().send(call, HttpResponse.BodyHandlers.discarding());

            assertThat(answer.version()).as(service.name()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void everyNameInDashboardsRulesAndDocsIsShown() throws Exception {
        List<Path> files = new ArrayList<>(in("docs"));
        // Its metric is there with the first erasure.
        files.removeIf(file -> file.endsWith("privacy.md"));
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
            await().atMost(SHOWN).pollInterval(LOOK).untilAsserted(() -> {
                Set<String> shown = shown();
                assertThat(asked)
                        .as("names that are asked for, and shown by no service")
                        .filteredOn(name -> !isAmong(shown, name))
                        .isEmpty();
            });
            // Nothing is left that goes on to be sent to a receiver that is gone.
            stack.asAlertAdmin("DELETE", "/v1/alert-rules/" + RULE, "");
            awaitReceived(receiver, "nl.buurtpuls.alert.resolved");
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
                        + "\"exact\":false,\"webhook\":\"" + receiver.address() + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(stack.post("/v1/events", "application/cloudevents+json", "{}")
                        .statusCode())
                .isEqualTo(400);
        // So many that their number is published: alerts that exact figures decide are not counted where all can see
        // it.
        stack.send(IntStream.range(0, 30)
                .mapToObj(each -> dongen.lives("somebody-" + each, dongen.buurt(101), LocalDate.parse("2024-01-01")))
                .toArray(Event[]::new));
        await().atMost(SHOWN)
                .pollInterval(LOOK)
                .untilAsserted(() -> assertThat(shown()).contains("buurtpuls_alerts_delivery_failures_total"));
        receiver.open(true);
        awaitReceived(receiver, "nl.buurtpuls.alert.firing");
    }

    private static void awaitReceived(WebhookReceiver receiver, String type) {
        await().atMost(SHOWN)
                .until(() -> receiver.received().stream()
                        .anyMatch(received ->
                                type.equals(received.event().path("type").asText())));
    }

    /** Each partition has some ten stores, and Kafka Streams some eighty numbers of each. */
    @Test
    void ofEachStoreOnlyWhatIsOfUseIsShown() {
        await().atMost(SHOWN)
                .pollInterval(LOOK)
                .untilAsserted(() -> assertThat(samples(Service.INDICATOR))
                        .filteredOn(name -> name.startsWith("kafka_stream_state_"))
                        .containsOnly(
                                "kafka_stream_state_background_errors",
                                "kafka_stream_state_block_cache_usage",
                                "kafka_stream_state_estimate_num_keys",
                                "kafka_stream_state_estimate_pending_compaction_bytes",
                                "kafka_stream_state_size_all_mem_tables",
                                "kafka_stream_state_total_sst_files_size"));
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

    private static List<Path> in(String folder) throws IOException {
        try (Stream<Path> files = Files.list(SharedStack.HOME.resolve(folder))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
