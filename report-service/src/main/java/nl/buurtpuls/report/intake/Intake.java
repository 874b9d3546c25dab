package nl.buurtpuls.report.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Writes what Kafka has brought into the database, again and again until the database takes it.
 *
 * <p>When the service stops, its connections to the database end before its readers of Kafka do. So a write that runs is
 * waited for, and none begins any more: what was not written is not acknowledged, and whoever reads that part of the topic
 * next writes it.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** For writes that run when the service is to stop. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Has a party for each write that runs, and one for the service until it stops. */
    private final Phaser running = new Phaser(1);

    private volatile boolean stopped;

    /**
     * Completes when the database has it, however long that takes; never, if the service stops before.
     *
     * @param what for the log
     * @param write is called for each try
     */
    public Uni<Void> write(String what, Supplier<Uni<Void>> write) {
        return Uni.createFrom()
                .deferred(() -> attempt(write))
                .onFailure()
                .invoke(failure -> LOG.warnf("%s wait for the database: %s", what, failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private Uni<Void> attempt(Supplier<Uni<Void>> write) {
        running.register();
        if (stopped) {
            running.arriveAndDeregister();
            return Uni.createFrom().nothing();
        }
        return Uni.createFrom().deferred(() -> write.get()).eventually(running::arriveAndDeregister);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        try {
            running.awaitAdvanceInterruptibly(
                    running.arriveAndDeregister(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            LOG.warnf("writes that are not over after %d ms are broken off", PATIENCE.toMillis());
        }
    }
}
