package nl.buurtpuls.report.current;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells which snapshots were replaced and what else changed, by whichever instance of this service, as the database notifies
 * of it. Of its connections one is kept for that; while there is none, nothing is told.
 */
@ApplicationScoped
public class Replacements {

    /**
     * When those are to be started who keep what others read, so that what is outdated is dropped before anybody else is told
     * that it is.
     */
    public static final int BEFORE_THOSE_WHO_READ = 1;

    /** Is told of the snapshots, on an event loop mostly: it must not block. */
    public interface Listener {
        /** The snapshot of an area was replaced. */
        void replaced(String area);

        /**
         * Cells of areas were changed in the ledger.
         *
         * @param firstDays of each area, the first date whose figures they change
         */
        default void recounted(Map<String, LocalDate> firstDays) {}

        /** An alert began or changed. */
        default void alerted(String alert) {}

        /** A rule of alerts was made, changed or removed. */
        default void ruled(String rule) {}

        /** Any may have been replaced or changed untold: from here on each will be told. */
        void resumed();
    }

    private static final Logger LOG = Logger.getLogger(Replacements.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Asked again and again it changes nothing, and is answered. */
    private static final String LISTEN =
            "listen snapshot; listen cells; listen alert; listen alert_rule; listen generation";

    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Wire current;
    private volatile boolean stopped;

    Replacements(Pool pool) {
        this.pool = pool;
    }

    /** A connection that notifications come over. */
    private static final class Wire {
        private final PgConnection connection;
        /** What is still to be told of cells; used on the event loop of the connection. */
        private final Map<String, LocalDate> recounted = new HashMap<>();

        private boolean lost;

        Wire(PgConnection connection) {
            this.connection = connection;
        }
    }

    /**
     * Adds one who is told, after those who were added before; where news comes in already, at once that it does. Who keeps
     * what others read when they are told is therefore to be there before them.
     */
    public synchronized void listen(Listener listener) {
        listeners.add(listener);
        if (areTold()) {
            listener.resumed();
        }
    }

    /** Whether replacements are told at this moment. */
    public boolean areTold() {
        return current != null;
    }

    void start(@Observes StartupEvent event) {
        connect();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        Wire open = current;
        if (open != null) {
            open.connection.closeAndForget();
        }
    }

    private void connect() {
        pool.getConnection()
                .map(PgConnection::cast)
                .chain(this::listenOn)
                .onFailure()
                .invoke(failure -> LOG.debugf("no news of snapshots: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .until(failure -> !stopped)
                .subscribe()
                .with(this::resume, failure -> LOG.debugf("no more news of snapshots: %s", failure.getMessage()));
    }

    private Uni<Wire> listenOn(PgConnection connection) {
        Wire wire = new Wire(connection);
        connection.notificationHandler(
                notification -> tell(wire, notification.getChannel(), notification.getPayload()));
        connection.closeHandler(() -> lost(wire));
        return connection.query(LISTEN).execute().replaceWith(wire).onFailure().invoke(connection::closeAndForget);
    }

    private void tell(Wire wire, String channel, String payload) {
        switch (channel) {
            case "snapshot" -> listeners.forEach(listener -> listener.replaced(payload));
            case "cells" -> gather(wire, payload.split(" "));
            case "alert" -> listeners.forEach(listener -> listener.alerted(payload));
            case "generation" -> listeners.forEach(Listener::resumed);
            case "alert_rule" -> listeners.forEach(listener -> listener.ruled(payload));
            default -> throw new IllegalStateException("nobody listens to " + channel);
        }
    }

    /**
     * A batch of changes may concern hundreds of areas, of which the database tells one by one. Listeners look through much
     * for each telling, so what has come by now is told at once.
     *
     * @param areaAndDay code of the area, and the first day, as a number
     */
    private void gather(Wire wire, String[] areaAndDay) {
        if (wire.recounted.isEmpty()) {
            Objects.requireNonNull(Vertx.currentContext(), "notifications come on an event loop")
                    .runOnContext(any -> tellOfCells(wire));
        }
        LocalDate first = LocalDate.ofEpochDay(Long.parseLong(areaAndDay[1]));
        wire.recounted.merge(areaAndDay[0], first, (one, other) -> one.isBefore(other) ? one : other);
    }

    private void tellOfCells(Wire wire) {
        Map<String, LocalDate> firstDays = Map.copyOf(wire.recounted);
        wire.recounted.clear();
        listeners.forEach(listener -> listener.recounted(firstDays));
    }

    private synchronized void resume(Wire wire) {
        if (wire.lost) {
            connect();
            return;
        }
        // What they hold of before must be gone before it is taken to be kept up.
        listeners.forEach(Listener::resumed);
        current = wire;
        checkLater(wire);
    }

    private void checkLater(Wire wire) {
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(BETWEEN_CHECKS)
                .subscribe()
                .with(any -> check(wire));
    }

    /** A connection may be gone without a word, as where a router forgot it, and then only who asks gets to know. */
    private void check(Wire wire) {
        if (stopped || wire != current) {
            return;
        }
        Cancellable patience = Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(PATIENCE)
                .subscribe()
                .with(any -> lost(wire));
        wire.connection.query(LISTEN).execute().subscribe().with(answer -> answered(wire, patience), failure -> {
            patience.cancel();
            lost(wire);
        });
    }

    private synchronized void answered(Wire wire, Cancellable patience) {
        patience.cancel();
        if (wire == current) {
            checkLater(wire);
        } else {
            // Given up before it answered. It was not closed then: the pool would have handed it to the next who asks.
            wire.connection.closeAndForget();
        }
    }

    private synchronized void lost(Wire wire) {
        wire.lost = true;
        // One that was never taken up is tried again where it was asked for, one that was given up has a successor.
        if (wire == current) {
            current = null;
            if (!stopped) {
                LOG.warn("the connection that tells of new snapshots was lost;"
                        + " each is read when asked for until it is back");
                connect();
            }
        }
    }
}
