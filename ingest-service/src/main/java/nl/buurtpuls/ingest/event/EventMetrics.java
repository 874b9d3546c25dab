package nl.buurtpuls.ingest.event;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.problem.FieldError;

/** Events taken and refused, counted. */
@Singleton
public final class EventMetrics {

    private final MeterRegistry registry;

    public EventMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** An event that Kafka holds. */
    public void accepted(Event event) {
        registry.counter(
                        "buurtpuls.events.accepted", "type", event.data().type().typeName())
                .increment();
    }

    /** By the rules that were broken. */
    public void refused(List<FieldError> errors) {
        errors.forEach(error -> registry.counter("buurtpuls.events.refused", "code", error.code())
                .increment());
    }
}
