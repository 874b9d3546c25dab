package nl.buurtpuls.report.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import nl.buurtpuls.report.alert.Outbox.Delivery;
import org.jboss.logging.Logger;

/**
 * Empties the outbox. Each receiver has its own turn: one that hangs, is slow or fails holds up what is for itself alone.
 */
@ApplicationScoped
class Dispatch {

    private static final Logger LOG = Logger.getLogger(Dispatch.class);

    /** To one receiver at once, each of another alert. */
    private static final int AT_ONCE = 8;
    /** What was taken and never settled, since who took it is gone, is there again so long after it should have been. */
    private static final Duration GRACE = Duration.ofSeconds(12);

    private static final int LONGEST_ERROR = 500;

    private final Outbox outbox;
    private final Tellers tellers;
    private final AlertConfig config;
    private final Retries retries;
    private final MeterRegistry registry;
    private final Set<Receiver> busy = ConcurrentHashMap.newKeySet();

    Dispatch(Outbox outbox, Tellers tellers, AlertConfig config, MeterRegistry registry) {
        this.outbox = outbox;
        this.tellers = tellers;
        this.config = config;
        this.retries = new Retries(config.firstPause(), config.giveUpAfter());
        this.registry = registry;
    }

    /** Looks whether something is due, and sends it. */
    void wake() {
        outbox.receivers()
                .subscribe()
                .with(
                        receivers -> receivers.forEach(this::serve),
                        failure -> LOG.debugf("the outbox waits for the database: %s", failure.getMessage()));
    }

    private void serve(Receiver receiver) {
        if (busy.add(receiver)) {
            empty(receiver).subscribe().with(any -> busy.remove(receiver), failure -> {
                busy.remove(receiver);
                LOG.warnf("deliveries to a %s wait: %s", receiver.kind().code(), failure.getMessage());
            });
        }
    }

    /** As a loop: where each turn was inside the one before it, a long backlog would be too deep for the stack. */
    private Uni<Void> empty(Receiver receiver) {
        return Multi.createBy()
                .repeating()
                .uni(() -> outbox.take(receiver, config.timeout().plus(GRACE), AT_ONCE)
                        .call(this::sendAll))
                .whilst(taken -> !taken.isEmpty())
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> sendAll(List<Delivery> taken) {
        return Multi.createFrom()
                .iterable(taken)
                .onItem()
                .transformToUniAndMerge(this::send)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> send(Delivery delivery) {
        return tellers.tell(delivery)
                .onItemOrFailure()
                .transformToUni((sent, failure) -> failure == null ? delivered(delivery) : failed(delivery, failure));
    }

    private Uni<Void> delivered(Delivery delivery) {
        return outbox.delivered(delivery)
                .invoke(taken -> taken.ifPresent(lag -> Timer.builder("buurtpuls.alerts.delivery")
                        .description("Time from the change of an alert until the receiver has it")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(5))
                        .maximumExpectedValue(Duration.ofHours(24))
                        .tag("receiver", delivery.receiver().kind().code())
                        .register(registry)
                        .record(lag)))
                .replaceWithVoid();
    }

    private Uni<Void> failed(Delivery delivery, Throwable failure) {
        String kind = delivery.receiver().kind().code();
        registry.counter("buurtpuls.alerts.delivery.failures", "receiver", kind).increment();
        String error = String.valueOf(failure.getMessage());
        String shown = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
        if (delivery.receiver().isGivenUp() && retries.areOver(delivery.ageMillis(), delivery.attempts())) {
            LOG.warnf("delivery %d to a %s is given up: %s", delivery.id(), kind, shown);
            return outbox.parked(delivery, shown);
        }
        LOG.infof("delivery %d to a %s failed, and is tried again: %s", delivery.id(), kind, shown);
        return outbox.failed(
                delivery,
                shown,
                retries.pauseAfter(
                        delivery.attempts(), ThreadLocalRandom.current().nextDouble()));
    }
}
