package nl.buurtpuls.report.finding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.buurtpuls.report.problem.Page;
import org.hibernate.reactive.mutiny.Mutiny;

/** The findings in the database. */
@ApplicationScoped
class FindingStore {

    /** As long as the topic keeps them. */
    private static final Duration KEPT = Duration.ofDays(90);

    /** A finding that comes again, since Kafka gave it twice or the event was sent twice, is one: the newest holds. */
    private static final String STORE = "insert into finding as f"
            + " (municipality, source, event, code, found_at, body, partition, version)"
            + " select municipality, source, event, code, cast(found_at as timestamptz), body,"
            + " cast(partition as integer), cast(version as bigint)"
            + " from unnest(cast(:municipalities as text[]), cast(:sources as text[]), cast(:events as text[]),"
            + " cast(:codes as text[]), cast(:moments as text[]), cast(:bodies as text[]),"
            + " cast(:partitions as text[]), cast(:versions as text[]))"
            + " as sent (municipality, source, event, code, found_at, body, partition, version)"
            + " on conflict (municipality, source, event, code) do update"
            + " set found_at = excluded.found_at, body = excluded.body, partition = excluded.partition,"
            + " version = excluded.version"
            + " where excluded.version > f.version";

    private static final String FORGET = "delete from finding where found_at < :oldest";

    private static final String SELECT = "from StoredFinding f where f.foundAt >= :from"
            + " and (:everywhere = true or f.key.municipality in :municipalities)"
            + " and (:code = '' or f.key.code = :code)"
            + " order by f.foundAt desc, f.key.municipality, f.key.source, f.key.event, f.key.code";

    private static final String FORGET_BEFORE = "delete from finding f"
            + " using unnest(cast(:partitions as text[]), cast(:offsets as text[])) as first (partition, version)"
            + " where f.partition = cast(first.partition as integer) and f.version < cast(first.version as bigint)";

    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    FindingStore(Mutiny.SessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Stores findings, all or none, and forgets those that are past their time. */
    Uni<Void> store(Collection<ReadFinding> findings) {
        // In order of key, so that no two writers wait for each other; of one, the newest comes last.
        Map<String, ReadFinding> newest = new TreeMap<>();
        findings.forEach(finding -> newest.put(finding.identity(), finding));
        List<ReadFinding> rows = List.copyOf(newest.values());
        return sessions.withTransaction(session -> session.createNativeQuery(STORE)
                        .setParameter(
                                "municipalities", all(rows, row -> row.finding().municipality()))
                        .setParameter(
                                "sources",
                                all(rows, row -> row.finding().event().source()))
                        .setParameter(
                                "events", all(rows, row -> row.finding().event().id()))
                        .setParameter("codes", all(rows, row -> row.finding().code()))
                        .setParameter(
                                "moments",
                                all(rows, row -> row.finding().foundAt().toString()))
                        .setParameter("bodies", all(rows, ReadFinding::body))
                        .setParameter("partitions", all(rows, row -> Integer.toString(row.partition())))
                        .setParameter("versions", all(rows, row -> Long.toString(row.version())))
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(FORGET)
                                .setParameter("oldest", OffsetDateTime.ofInstant(oldest(), ZoneOffset.UTC))
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** Forgets the findings whose records stood before the first that partitions of the topic have now. */
    Uni<Void> forgetBefore(Map<Integer, Long> firstOffsets) {
        List<Map.Entry<Integer, Long>> firsts = List.copyOf(firstOffsets.entrySet());
        return sessions.withTransaction(session -> session.createNativeQuery(FORGET_BEFORE)
                        .setParameter("partitions", texts(firsts, first -> first.getKey()))
                        .setParameter("offsets", texts(firsts, first -> first.getValue()))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String[] texts(
            List<Map.Entry<Integer, Long>> firsts, Function<Map.Entry<Integer, Long>, Number> part) {
        return firsts.stream().map(part).map(Number::toString).toArray(String[]::new);
    }

    private static String[] all(List<ReadFinding> rows, Function<ReadFinding, String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }

    /** A page of findings as the topic had them, the newest first. */
    Uni<List<String>> find(Asked asked, Page page) {
        Instant oldest = oldest();
        Instant from = asked.from() == null || asked.from().isBefore(oldest) ? oldest : asked.from();
        boolean everywhere = asked.municipalities().isEmpty();
        return sessions.withSession(session -> session.createSelectionQuery(SELECT, StoredFinding.class)
                        .setParameter("from", from)
                        .setParameter("everywhere", everywhere)
                        .setParameter("municipalities", everywhere ? List.of("") : asked.municipalities())
                        .setParameter("code", asked.kind() == null ? "" : asked.kind())
                        .setFirstResult((page.number() - 1) * page.size())
                        .setMaxResults(page.size())
                        .getResultList())
                .map(stored -> stored.stream().map(StoredFinding::body).toList());
    }
}
