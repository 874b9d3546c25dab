package nl.buurtpuls.indicator.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.contract.finding.FindingKind;

/** What the engine did, counted. */
@Singleton
public class EngineMetrics {

    private final Map<EventType, Counter> applied = new EnumMap<>(EventType.class);
    private final Map<FindingKind, Counter> found = new EnumMap<>(FindingKind.class);
    private final Counter posted;
    private final Counter buried;
    private final Counter erased;

    EngineMetrics(MeterRegistry registry) {
        for (EventType type : EventType.values()) {
            applied.put(
                    type,
                    Counter.builder("buurtpuls.events.applied")
                            .description("Events that the engine applied")
                            .tag("type", type.typeName())
                            .register(registry));
        }
        for (FindingKind kind : FindingKind.values()) {
            found.put(
                    kind,
                    Counter.builder("buurtpuls.findings")
                            .description("Findings: what did not add up in the events")
                            .tag("code", kind.code())
                            .register(registry));
        }
        erased = Counter.builder("buurtpuls.erasures")
                .description("Requests for erasure that the engine met, counted in each partition")
                .register(registry);
        posted = Counter.builder("buurtpuls.ledger.cells")
                .description("Ledger cells written")
                .register(registry);
        buried = Counter.builder("buurtpuls.dead.letters")
                .description("Records that could not be read")
                .register(registry);
    }

    void erased() {
        erased.increment();
    }

    void applied(EventType type) {
        applied.get(type).increment();
    }

    void found(FindingKind kind) {
        found.get(kind).increment();
    }

    void posted() {
        posted.increment();
    }

    void buried() {
        buried.increment();
    }
}
