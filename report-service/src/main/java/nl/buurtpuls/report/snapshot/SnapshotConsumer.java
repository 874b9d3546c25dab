package nl.buurtpuls.report.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.buurtpuls.contract.snapshot.Snapshot;
import nl.buurtpuls.contract.topic.OldestMutation;
import nl.buurtpuls.report.deadletter.DeadLetters;
import nl.buurtpuls.report.intake.Intake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes current snapshots from Kafka, and measures how old the mutations in them are once they can be read. */
@ApplicationScoped
@Startup // so that its metrics are there before the first record
public class SnapshotConsumer {

    private static final Duration[] FRESHNESS_OBJECTIVES = Stream.of(
                    10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final SnapshotStore store;
    private final Intake intake;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;
    private final Clock clock;
    private final SnapshotTraces traces;
    private final Timer freshness;
    private final Counter applied;
    private final Counter unreadable;

    SnapshotConsumer(
            SnapshotStore store,
            Intake intake,
            DeadLetters deadLetters,
            ObjectMapper json,
            Clock clock,
            SnapshotTraces traces,
            MeterRegistry registry) {
        this.store = store;
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.json = json;
        this.clock = clock;
        this.traces = traces;
        this.freshness = Timer.builder("buurtpuls.freshness")
                .description("Time from a mutation's publication until the snapshot that includes it can be read")
                .publishPercentileHistogram()
                .serviceLevelObjectives(FRESHNESS_OBJECTIVES)
                .minimumExpectedValue(Duration.ofMillis(5))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(registry);
        this.applied = Counter.builder("buurtpuls.snapshots.applied")
                .description("Snapshot records that are in the database")
                .register(registry);
        this.unreadable = Counter.builder("buurtpuls.snapshots.unreadable")
                .description("Records in the snapshots topic that are no snapshot")
                .register(registry);
    }

    @Incoming("snapshots")
    Uni<Void> apply(ConsumerRecords<String, String> batch) {
        Map<String, StoredSnapshot> latest = new TreeMap<>();
        List<Instant> published = new ArrayList<>();
        List<ConsumerRecord<String, String>> traced = new ArrayList<>();
        List<Uni<Void>> buried = new ArrayList<>();
        int read = 0;
        // The newest first: of an area no other is stored, so no other need be read.
        for (ConsumerRecord<String, String> record : newestFirst(batch)) {
            try {
                if (!latest.containsKey(record.key())) {
                    latest.put(record.key(), read(record));
                }
                Header oldest = record.headers().lastHeader(OldestMutation.HEADER);
                if (oldest != null) {
                    published.add(moment(oldest));
                }
                if (traces.isTraced(record)) {
                    traced.add(record);
                }
                read++;
            } catch (JsonProcessingException | IllegalArgumentException e) {
                unreadable.increment();
                buried.add(deadLetters.bury(record, reason(e)));
            }
        }
        int records = read;
        return DeadLetters.all(buried)
                .chain(() -> intake.write("snapshots", () -> store.store(latest.values())))
                .invoke(() -> {
                    applied.increment(records);
                    Instant now = clock.instant();
                    published.forEach(moment -> freshness.record(age(moment, now)));
                    traced.forEach(traces::readable);
                });
    }

    /** Without the place in the text, which the parser would add on lines of its own. */
    private static String reason(Exception unreadable) {
        return String.valueOf(
                unreadable instanceof JsonProcessingException json
                        ? json.getOriginalMessage()
                        : unreadable.getMessage());
    }

    private static Iterable<ConsumerRecord<String, String>> newestFirst(ConsumerRecords<String, String> batch) {
        Deque<ConsumerRecord<String, String>> turned = new ArrayDeque<>(batch.count());
        batch.forEach(turned::push);
        return turned;
    }

    /** Reads the whole snapshot, though it is stored as it came: what is stored must be readable when it is asked for. */
    private StoredSnapshot read(ConsumerRecord<String, String> record) throws JsonProcessingException {
        if (record.key() == null || record.value() == null) {
            throw new IllegalArgumentException("a snapshot has a key and a value");
        }
        Snapshot snapshot = json.readValue(record.value(), Snapshot.class);
        boolean whole = snapshot != null
                && record.key().equals(snapshot.area())
                && snapshot.date() != null
                && snapshot.indicators() != null;
        if (!whole) {
            throw new IllegalArgumentException("expected area " + record.key() + ", a date and indicators");
        }
        return new StoredSnapshot(record.key(), snapshot.date(), record.value(), record.offset());
    }

    private static Instant moment(Header header) {
        return Instant.ofEpochMilli(Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII)));
    }

    /** Clocks of two machines differ a little: nothing is younger than now. */
    private static Duration age(Instant moment, Instant now) {
        return moment.isAfter(now) ? Duration.ZERO : Duration.between(moment, now);
    }
}
