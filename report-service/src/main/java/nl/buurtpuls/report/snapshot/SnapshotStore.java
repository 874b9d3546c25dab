package nl.buurtpuls.report.snapshot;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import nl.buurtpuls.report.generation.WrittenGeneration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The current snapshots. */
@ApplicationScoped
public class SnapshotStore {

    private static final String UPSERT = "insert into snapshot as s (area, date, body, version)"
            + " select * from unnest(cast(:areas as text[]), cast(:dates as date[]), cast(:bodies as text[]),"
            + " cast(:versions as bigint[])) on conflict (area) do update"
            + " set date = excluded.date, body = excluded.body, version = excluded.version"
            + " where excluded.version > s.version";

    private final Mutiny.SessionFactory sessions;
    private final WrittenGeneration generation;

    SnapshotStore(Mutiny.SessionFactory sessions, WrittenGeneration generation) {
        this.sessions = sessions;
        this.generation = generation;
    }

    /**
     * Stores snapshots, at most one an area, all or none; not where one of a higher version is. They come in order of
     * area, so that no two writers wait for each other.
     */
    Uni<Void> store(Collection<StoredSnapshot> snapshots) {
        if (snapshots.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sessions.withTransaction(session -> session.createNativeQuery(generation.entering())
                .getSingleResultOrNull()
                .chain(() -> upsert(session, snapshots)));
    }

    private static Uni<Void> upsert(Mutiny.Session session, Collection<StoredSnapshot> snapshots) {
        return session.createNativeQuery(UPSERT)
                .setParameter(
                        "areas", snapshots.stream().map(StoredSnapshot::area).toArray(String[]::new))
                .setParameter(
                        "dates", snapshots.stream().map(StoredSnapshot::date).toArray(LocalDate[]::new))
                .setParameter(
                        "bodies", snapshots.stream().map(StoredSnapshot::body).toArray(String[]::new))
                .setParameter(
                        "versions",
                        snapshots.stream().map(StoredSnapshot::version).toArray(Long[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The current snapshot of an area; {@code null} if none has come. */
    Uni<@Nullable StoredSnapshot> find(String area) {
        return sessions.withSession(session -> session.find(StoredSnapshot.class, area));
    }
}
