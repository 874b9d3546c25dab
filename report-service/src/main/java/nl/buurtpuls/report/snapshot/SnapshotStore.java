package nl.buurtpuls.report.snapshot;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import org.hibernate.reactive.mutiny.Mutiny;

/** The current snapshots. */
@ApplicationScoped
public class SnapshotStore {

    private static final String UPSERT = "insert into snapshot as s (area, date, body, version)"
            + " values (:area, :date, :body, :version) on conflict (area) do update"
            + " set date = excluded.date, body = excluded.body, version = excluded.version"
            + " where excluded.version > s.version";

    private final Mutiny.SessionFactory sessions;

    SnapshotStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** A snapshot to be stored, unless one of a higher version is. */
    record Incoming(String area, LocalDate date, String body, long version) {}

    /** Stores all or none. They come in order of area, so that no two writers wait for each other. */
    Uni<Void> store(Collection<Incoming> snapshots) {
        return sessions.withTransaction(session -> {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (Incoming snapshot : snapshots) {
                all = all.chain(() -> session.createNativeQuery(UPSERT)
                        .setParameter("area", snapshot.area())
                        .setParameter("date", snapshot.date())
                        .setParameter("body", snapshot.body())
                        .setParameter("version", snapshot.version())
                        .executeUpdate()
                        .replaceWithVoid());
            }
            return all;
        });
    }

    /** The current snapshot of an area; {@code null} if none has come. */
    Uni<StoredSnapshot> find(String area) {
        return sessions.withSession(session -> session.find(StoredSnapshot.class, area));
    }
}
