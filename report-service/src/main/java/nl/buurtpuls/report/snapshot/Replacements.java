package nl.buurtpuls.report.snapshot;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells which snapshots were replaced, by whichever instance of this service, as the database notifies of them. Of its
 * connections one is kept for that; while there is none, nothing is told.
 */
@ApplicationScoped
public class Replacements {

    /** Is told of the snapshots. Calls come one after another, from an event loop: they must not block. */
    public interface Listener {
        /** The snapshot of an area was replaced. */
        void replaced(String area);

        /** Any may have been replaced untold: from here on each will be told. */
        void resumed();
    }

    private static final Logger LOG = Logger.getLogger(Replacements.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Pool pool;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable PgConnection connection;
    private volatile boolean stopped;

    Replacements(Pool pool) {
        this.pool = pool;
    }

    /** Adds one who is told. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Whether replacements are told at this moment. */
    public boolean areTold() {
        return connection != null;
    }

    void start(@Observes StartupEvent event) {
        connect();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        PgConnection open = connection;
        if (open != null) {
            open.closeAndForget();
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

    private Uni<PgConnection> listenOn(PgConnection open) {
        open.notificationHandler(
                notification -> listeners.forEach(listener -> listener.replaced(notification.getPayload())));
        open.closeHandler(this::lost);
        return open.query("listen snapshot")
                .execute()
                .replaceWith(open)
                .onFailure()
                .invoke(open::closeAndForget);
    }

    private void resume(PgConnection open) {
        connection = open;
        listeners.forEach(Listener::resumed);
    }

    private void lost() {
        connection = null;
        if (!stopped) {
            LOG.warn(
                    "the connection that tells of new snapshots was lost; each is read when asked for until it is back");
            connect();
        }
    }
}
