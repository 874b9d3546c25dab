package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.alert.Outbox.Backlog;
import org.jboss.logging.Logger;

/** What is done every so often: look into the outbox, tell the Alertmanager what still fires, count, clear away. */
@ApplicationScoped
@Startup
class AlertRounds {

    private static final Logger LOG = Logger.getLogger(AlertRounds.class);
    private static final long LOOK_MILLIS = 500;
    private static final long COUNT_MILLIS = 15_000;
    private static final long FORGET_MILLIS = 3_600_000;

    private final Vertx vertx;
    private final Dispatch dispatch;
    private final Outbox outbox;
    private final AlertStore alerts;
    private final Alertmanager alertmanager;
    private final AlertConfig config;
    private final AreaTable table;
    private final ObjectMapper json;
    private final Clock clock;
    private final MultiGauge counts;
    private final List<Long> timers = new ArrayList<>();
    private volatile Backlog backlog = Backlog.NONE;

    AlertRounds(
            Vertx vertx,
            Dispatch dispatch,
            Outbox outbox,
            AlertStore alerts,
            Alertmanager alertmanager,
            AlertConfig config,
            AreaTable table,
            ObjectMapper json,
            Clock clock,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.dispatch = dispatch;
        this.outbox = outbox;
        this.alerts = alerts;
        this.alertmanager = alertmanager;
        this.config = config;
        this.table = table;
        this.json = json;
        this.clock = clock;
        this.counts = MultiGauge.builder("buurtpuls.alerts")
                .description("Alerts that are not over")
                .register(registry);
        Gauge.builder("buurtpuls.alerts.deliveries.waiting", () -> backlog.waiting())
                .description("Deliveries that no receiver has yet")
                .register(registry);
        Gauge.builder("buurtpuls.alerts.deliveries.oldest", () -> backlog.oldest())
                .description("Age of the first delivery that no receiver has yet; 0 if each has all")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("buurtpuls.alerts.deliveries.parked", () -> backlog.parked())
                .description("Deliveries that were given up")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        timers.add(vertx.setPeriodic(LOOK_MILLIS, any -> dispatch.wake()));
        timers.add(vertx.setPeriodic(COUNT_MILLIS, any -> report("counting alerts", count())));
        timers.add(vertx.setPeriodic(FORGET_MILLIS, any -> report("clearing the outbox", outbox.forget())));
        if (alertmanager.isThere()) {
            timers.add(vertx.setPeriodic(
                    config.alertmanagerEvery().toMillis(), any -> report("telling the Alertmanager", tellAgain())));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timers.forEach(vertx::cancelTimer);
    }

    private static void report(String what, Uni<Void> work) {
        work.subscribe().with(any -> {}, failure -> LOG.warnf("%s failed: %s", what, failure.getMessage()));
    }

    private Uni<Void> count() {
        return alerts.counts()
                .invoke(found -> counts.register(
                        found.stream()
                                .map(count -> MultiGauge.Row.of(
                                        Tags.of("state", count.state(), "severity", count.severity()), count.n()))
                                .toList(),
                        true))
                .chain(outbox::backlog)
                .invoke(found -> backlog = found)
                .replaceWithVoid();
    }

    /** What is over too, for a while: it may have been told by one instance just before another told that it fires. */
    private Uni<Void> tellAgain() {
        return alerts.firingOrChangedSince(clock.instant().minus(alertmanager.lasts()))
                .map(firing -> firing.stream()
                        .<JsonNode>map(alert -> json.valueToTree(AlertView.of(
                                alert,
                                table.find(alert.area())
                                        .map(area -> area.name())
                                        .orElse(alert.area()))))
                        .toList())
                .chain(firing -> firing.isEmpty() ? Uni.createFrom().voidItem() : alertmanager.tell(firing));
    }
}
