package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The rules in the database, each version of each. */
@ApplicationScoped
class RuleStore {

    private static final Logger LOG = Logger.getLogger(RuleStore.class);
    /** What is stored was allowed once. */
    private static final String LATEST = "select distinct on (id) id, version, body, removed, changed_at, changed_by"
            + " from alert_rule order by id, version desc";

    private static final String CURRENT = "select * from (" + LATEST + ") latest where not removed order by id";
    private static final String VERSIONS = "select id, version, body, removed, changed_at, changed_by"
            + " from alert_rule where id = $1 order by version desc";
    private static final String INSERT = "insert into alert_rule (id, version, body, removed, changed_at, changed_by)"
            + " values ($1, $2, $3, $4, $5, $6)";
    /** Whoever changes rules does so alone; the number stands for that. */
    private static final String LOCK = "select pg_advisory_xact_lock(918)";

    private final Pool pool;
    private final ObjectMapper json;
    private final Clock clock;

    RuleStore(Pool pool, ObjectMapper json, Clock clock) {
        this.pool = pool;
        this.json = json;
        this.clock = clock;
    }

    /** A version of a rule. */
    record Kept(AlertRule rule, int version, boolean removed, OffsetDateTime changedAt, String changedBy) {}

    /** The rules there are, in order of name; those too that are not in force. */
    Uni<List<Kept>> current() {
        return current(pool);
    }

    /** The same, as a transaction sees them. */
    Uni<List<Kept>> current(SqlClient client) {
        return client.preparedQuery(CURRENT).execute().map(this::all);
    }

    /** The rule of a name, if there is one. */
    Uni<Optional<Kept>> find(String id) {
        return versions(id).map(versions -> versions.stream().findFirst().filter(kept -> !kept.removed()));
    }

    /** All versions of a rule, the newest first. */
    Uni<List<Kept>> versions(String id) {
        return pool.preparedQuery(VERSIONS).execute(Tuple.of(id)).map(this::all);
    }

    /** Whether there has ever been a rule. */
    Uni<Boolean> isUntouched() {
        return pool.preparedQuery("select from alert_rule limit 1").execute().map(rows -> rows.size() == 0);
    }

    /** Which of the steps was taken. */
    enum Outcome {
        DONE,
        THERE_ALREADY,
        NOT_THERE
    }

    /** Makes a rule, unless there is one of its name. */
    Uni<Outcome> make(AlertRule rule, String by) {
        return write(rule.id(), by, (last, removed) -> last == 0 || removed ? rule : null, false)
                .map(written -> written ? Outcome.DONE : Outcome.THERE_ALREADY);
    }

    /** Puts a rule in the place of the one of its name. */
    Uni<Outcome> change(AlertRule rule, String by) {
        return write(rule.id(), by, (last, removed) -> last == 0 || removed ? null : rule, false)
                .map(written -> written ? Outcome.DONE : Outcome.NOT_THERE);
    }

    /** Removes a rule; its versions stay. */
    Uni<Outcome> remove(AlertRule rule, String by) {
        return write(rule.id(), by, (last, removed) -> last == 0 || removed ? null : rule, true)
                .map(written -> written ? Outcome.DONE : Outcome.NOT_THERE);
    }

    private interface Step {
        @Nullable
        AlertRule after(int lastVersion, boolean removed);
    }

    private Uni<Boolean> write(String id, String by, Step step, boolean removed) {
        return pool.withTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .chain(() -> connection.preparedQuery(VERSIONS).execute(Tuple.of(id)))
                .chain(rows -> {
                    Row last = rows.size() == 0 ? null : rows.iterator().next();
                    int version = last == null ? 0 : last.getInteger("version");
                    AlertRule rule = step.after(version, last != null && last.getBoolean("removed"));
                    return rule == null
                            ? Uni.createFrom().item(false)
                            : insert(connection, rule, version + 1, removed, by).replaceWith(true);
                }));
    }

    private Uni<RowSet<Row>> insert(SqlConnection connection, AlertRule rule, int version, boolean removed, String by) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.from(List.of(
                        rule.id(),
                        version,
                        body(rule),
                        removed,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        by)));
    }

    /** A rule as it is kept. */
    String body(AlertRule rule) {
        try {
            return json.writeValueAsString(RuleView.of(rule));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule cannot be written", e);
        }
    }

    /** A rule as it was kept; {@code null} if this version of the service does not know what it speaks of. */
    @Nullable
    AlertRule read(String body) {
        try {
            return RuleReader.readKept(json.readTree(body)).rule();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rule was kept that cannot be read", e);
        }
    }

    private List<Kept> all(RowSet<Row> rows) {
        List<Kept> all = new ArrayList<>();
        for (Row row : rows) {
            AlertRule rule = read(row.getString("body"));
            if (rule == null) {
                LOG.warnf("rule %s speaks of what is not known here, and is left aside", row.getString("id"));
            } else {
                all.add(new Kept(
                        rule,
                        row.getInteger("version"),
                        row.getBoolean("removed"),
                        row.getOffsetDateTime("changed_at"),
                        row.getString("changed_by")));
            }
        }
        return all;
    }
}
