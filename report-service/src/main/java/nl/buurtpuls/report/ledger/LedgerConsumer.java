package nl.buurtpuls.report.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.report.deadletter.DeadLetters;
import nl.buurtpuls.report.intake.Intake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes changed cells from Kafka. A batch is written whole or tried again until the database takes it; only then is it
 * acknowledged. Since a cell's value is absolute and has a version, a batch that comes twice changes nothing.
 */
@ApplicationScoped
@Startup // so that its metrics are there before the first record
public class LedgerConsumer {

    private final LedgerWriter writer;
    private final Intake intake;
    private final DeadLetters deadLetters;
    private final Counter applied;
    private final Counter unknown;
    private final Counter unreadable;

    LedgerConsumer(LedgerWriter writer, Intake intake, DeadLetters deadLetters, MeterRegistry registry) {
        this.writer = writer;
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.applied = Counter.builder("buurtpuls.ledger.cells.applied")
                .description("Ledger records that are in the database")
                .register(registry);
        this.unknown = Counter.builder("buurtpuls.ledger.cells.unknown")
                .description("Ledger records of a measure or dimension that this version does not know")
                .register(registry);
        this.unreadable = Counter.builder("buurtpuls.ledger.cells.unreadable")
                .description("Records in the ledger topic that are none of a ledger")
                .register(registry);
    }

    @Incoming("ledger")
    Uni<Void> apply(ConsumerRecords<String, String> batch) {
        List<Cell> cells = new ArrayList<>(batch.count());
        List<Uni<Void>> buried = new ArrayList<>();
        for (ConsumerRecord<String, String> record : batch) {
            try {
                Cell cell = Cell.read(record.key(), record.value(), record.offset());
                if (cell == null) {
                    unknown.increment();
                } else {
                    cells.add(cell);
                }
            } catch (IllegalArgumentException e) {
                unreadable.increment();
                buried.add(deadLetters.bury(record, e.getMessage()));
            }
        }
        return DeadLetters.all(buried)
                .chain(() -> intake.write("cells", () -> writer.write(cells)))
                .invoke(() -> applied.increment(cells.size()));
    }
}
