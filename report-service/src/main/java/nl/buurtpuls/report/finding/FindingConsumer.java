package nl.buurtpuls.report.finding;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.finding.FindingKind;
import nl.buurtpuls.contract.finding.ReportedFinding;
import nl.buurtpuls.report.deadletter.DeadLetters;
import nl.buurtpuls.report.intake.Intake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes findings from Kafka. A batch is written whole or tried again until the database takes it. */
@ApplicationScoped
@Startup // so that it reads from the start
class FindingConsumer {

    /** In the metrics, for what is in no table: what anyone can make up must not become a series of its own. */
    private static final String OTHER = "other";

    private final FindingStore store;
    private final Intake intake;
    private final DeadLetters deadLetters;
    private final ObjectMapper json;
    private final AreaTable areas;
    private final MeterRegistry registry;

    FindingConsumer(
            FindingStore store,
            Intake intake,
            DeadLetters deadLetters,
            ObjectMapper json,
            AreaTable areas,
            MeterRegistry registry) {
        this.store = store;
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.json = json;
        this.areas = areas;
        this.registry = registry;
    }

    @Incoming("findings")
    Uni<Void> apply(ConsumerRecords<String, String> batch) {
        List<ReadFinding> findings = new ArrayList<>(batch.count());
        List<Uni<Void>> buried = new ArrayList<>();
        for (ConsumerRecord<String, String> record : batch) {
            try {
                findings.add(ReadFinding.of(record, json));
            } catch (IllegalArgumentException e) {
                buried.add(deadLetters.bury(record, e.getMessage()));
            }
        }
        return DeadLetters.all(buried)
                .chain(() -> intake.write("findings", () -> store.store(findings)))
                .invoke(() -> findings.forEach(finding -> count(finding.finding())));
    }

    private void count(ReportedFinding finding) {
        String municipality = areas.find(finding.municipality()).isPresent() ? finding.municipality() : OTHER;
        String code = FindingKind.of(finding.code()).map(FindingKind::code).orElse(OTHER);
        registry.counter("buurtpuls.findings.stored", "code", code, "municipality", municipality)
                .increment();
    }
}
