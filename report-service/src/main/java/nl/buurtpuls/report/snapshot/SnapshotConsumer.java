package nl.buurtpuls.report.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes current snapshots from Kafka, and measures how old the mutations in them are once they can be read. */
@ApplicationScoped
public class SnapshotConsumer {

    private static final Logger LOG = Logger.getLogger(SnapshotConsumer.class);
    private static final String OLDEST_MUTATION = "buurtpuls-oldest-mutation";

    private final SnapshotStore store;
    private final ObjectMapper json;
    private final Clock clock;
    private final Timer freshness;

    SnapshotConsumer(SnapshotStore store, ObjectMapper json, Clock clock, MeterRegistry registry) {
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.freshness = Timer.builder("buurtpuls.freshness")
                .description("Time from a mutation's publication until the snapshot that includes it can be read")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
    }

    @Incoming("snapshots")
    Uni<Void> apply(ConsumerRecords<String, String> batch) {
        Map<String, SnapshotStore.Incoming> latest = new TreeMap<>();
        List<Long> published = new ArrayList<>();
        for (ConsumerRecord<String, String> record : batch) {
            try {
                JsonNode snapshot = json.readTree(record.value());
                LocalDate date = LocalDate.parse(snapshot.required("date").asText());
                latest.put(
                        record.key(), new SnapshotStore.Incoming(record.key(), date, record.value(), record.offset()));
                Header oldest = record.headers().lastHeader(OLDEST_MUTATION);
                if (oldest != null) {
                    published.add(Long.parseLong(new String(oldest.value(), StandardCharsets.US_ASCII)));
                }
            } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
                LOG.warnf("snapshot of %s cannot be read: %s", record.key(), e.getMessage());
            }
        }
        return store.store(latest.values())
                .onFailure()
                .invoke(failure -> LOG.warnf("snapshots wait for the database: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .indefinitely()
                .invoke(() -> published.forEach(
                        moment -> freshness.record(Duration.ofMillis(Math.max(0, clock.millis() - moment)))));
    }
}
