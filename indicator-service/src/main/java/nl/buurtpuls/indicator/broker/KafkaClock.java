package nl.buurtpuls.indicator.broker;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.buurtpuls.contract.clock.ClockWatch;

/** Ends this service when the clock is put back that Kafka's clients count by, or was while it started. */
@ApplicationScoped
class KafkaClock {

    void start(@Observes StartupEvent event) {
        ClockWatch.endWhenPutBack();
    }
}
