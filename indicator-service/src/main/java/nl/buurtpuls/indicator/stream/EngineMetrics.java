package nl.buurtpuls.indicator.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.indicator.timeline.Finding;

/** What the engine did, counted. */
@Singleton
public class EngineMetrics {

    private final Map<EventType, Counter> applied = new EnumMap<>(EventType.class);
    private final Map<Finding.Rule, Counter> found = new EnumMap<>(Finding.Rule.class);
    private final Counter posted;
    private final Counter buried;

    EngineMetrics(MeterRegistry registry) {
        for (EventType type : EventType.values()) {
            applied.put(
                    type,
                    Counter.builder("buurtpuls.events.applied")
                            .description("Events that the engine applied")
                            .tag("type", type.typeName())
                            .register(registry));
        }
        for (Finding.Rule rule : Finding.Rule.values()) {
            found.put(
                    rule,
                    Counter.builder("buurtpuls.findings")
                            .description("Findings: what did not add up in the events")
                            .tag("code", rule.code())
                            .register(registry));
        }
        posted = Counter.builder("buurtpuls.ledger.cells")
                .description("Ledger cells written")
                .register(registry);
        buried = Counter.builder("buurtpuls.dead.letters")
                .description("Records that could not be read")
                .register(registry);
    }

    void applied(EventType type) {
        applied.get(type).increment();
    }

    void found(Finding.Rule rule) {
        found.get(rule).increment();
    }

    void posted() {
        posted.increment();
    }

    void buried() {
        buried.increment();
    }
}
