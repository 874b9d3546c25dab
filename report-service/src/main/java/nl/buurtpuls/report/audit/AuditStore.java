package nl.buurtpuls.report.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import nl.buurtpuls.report.disclosure.ExactReads;
import nl.buurtpuls.report.problem.Page;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The reads of exact figures in the database, which takes no change of them. */
@ApplicationScoped
class AuditStore implements ExactReads {

    private static final String SELECT =
            "from StoredRead r where :reader = '' or r.reader = :reader order by r.id desc";

    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    AuditStore(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Uni<Void> keep(String reader, String purpose, String call) {
        return sessions.withTransaction(
                session -> session.persist(new StoredRead(clock.instant(), reader, purpose, call)));
    }

    /** A page of reads, the newest first. */
    Uni<List<StoredRead>> find(@Nullable String reader, Page page) {
        return sessions.withSession(session -> session.createSelectionQuery(SELECT, StoredRead.class)
                .setParameter("reader", reader == null ? "" : reader)
                .setFirstResult((page.number() - 1) * page.size())
                .setMaxResults(page.size())
                .getResultList());
    }
}
