package nl.buurtpuls.report.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.report.ledger.LedgerWriter.Cell;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes changed cells from Kafka. A batch is written whole or tried again until the database takes it; only then is it
 * acknowledged. Since a cell's value is absolute and has a version, a batch that comes twice changes nothing.
 */
@ApplicationScoped
public class LedgerConsumer {

    private static final Logger LOG = Logger.getLogger(LedgerConsumer.class);

    private final LedgerWriter writer;
    private final Counter written;
    private final Counter unreadable;

    LedgerConsumer(LedgerWriter writer, MeterRegistry registry) {
        this.writer = writer;
        this.written = Counter.builder("buurtpuls.ledger.cells.applied")
                .description("Ledger records taken from Kafka")
                .register(registry);
        this.unreadable = Counter.builder("buurtpuls.ledger.cells.unreadable")
                .description("Ledger records that this version cannot read")
                .register(registry);
    }

    @Incoming("ledger")
    Uni<Void> apply(ConsumerRecords<String, String> batch) {
        Map<String, Cell> latest = new HashMap<>();
        for (ConsumerRecord<String, String> record : batch) {
            Cell cell = read(record);
            if (cell == null) {
                unreadable.increment();
            } else {
                latest.put(record.key(), cell);
            }
        }
        return writer.write(latest.values())
                .onFailure()
                .invoke(failure -> LOG.warnf("cells wait for the database: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .indefinitely()
                .invoke(() -> written.increment(batch.count()));
    }

    private static @Nullable Cell read(ConsumerRecord<String, String> record) {
        try {
            LedgerKey key = LedgerKey.parse(record.key());
            long value = record.value() == null ? 0 : Long.parseLong(record.value());
            return key == null ? null : new Cell(key, value, record.offset());
        } catch (IllegalArgumentException e) {
            LOG.warnf("ledger record %d of partition %d: %s", record.offset(), record.partition(), e.getMessage());
            return null;
        }
    }
}
