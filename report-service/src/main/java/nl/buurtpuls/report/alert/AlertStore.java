package nl.buurtpuls.report.alert;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtpuls.report.alert.AlertState.Acknowledged;
import nl.buurtpuls.report.alert.AlertState.Acknowledgement;
import nl.buurtpuls.report.alert.AlertState.Firing;
import nl.buurtpuls.report.alert.AlertState.Open;
import nl.buurtpuls.report.alert.AlertState.Pending;
import nl.buurtpuls.report.alert.AlertState.Resolved;
import nl.buurtpuls.report.problem.Page;
import org.jspecify.annotations.Nullable;

/** The alerts in the database. */
@ApplicationScoped
class AlertStore {

    /** The rule stands beside the alert, so that what is told of it is of the rule by which it stands. */
    private static final String SELECT = "select * from alert ";

    private static final String FIND = SELECT
            + "where ($1::text is null or state = $1) and ($2::text[] is null or area = any($2)) and ($3 or not exact)"
            + " order by since desc, id limit $4 offset $5";
    private static final String ONE = SELECT + "where id = $1 and ($2 or not exact)";
    private static final String OPEN = SELECT + "where state <> 'resolved' and area = $1 for update";
    private static final String OPEN_OF_RULE = SELECT + "where state <> 'resolved' and rule = $1 for update";
    private static final String OPEN_OR_CHANGED =
            SELECT + "where (state <> 'resolved' or changed_at > $1) and not exact order by changed_at";
    private static final String FIRING_OR_CHANGED =
            SELECT + "where fired_on is not null and (state <> 'resolved' or changed_at > $1)";
    private static final String AREAS = "select distinct area from alert";
    private static final String AREAS_OF_RULES = AREAS + " where rule = any($1)";
    private static final String LAST_CHANGE_IN = "select max(changed_at) as changed_at from alert where area = $1";
    private static final String LAST_CHANGE_BY = "select max(changed_at) as changed_at from alert where rule = $1";
    private static final String NEXT_NUMBER =
            "select coalesce(max(number), 0) + 1 as number from alert where rule = $1 and area = $2";
    private static final String SAVE =
            "insert into alert (id, rule, rule_version, area, number, severity, exact, state,"
                    + " since, fired_on, resolved_on, cause, acknowledged_by, acknowledged_at, note, value, body, changed_at)"
                    + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"
                    + " on conflict (id) do update set rule_version = excluded.rule_version, severity = excluded.severity,"
                    + " exact = excluded.exact, state = excluded.state, since = excluded.since, fired_on = excluded.fired_on,"
                    + " resolved_on = excluded.resolved_on, cause = excluded.cause, value = excluded.value,"
                    + " acknowledged_by = excluded.acknowledged_by, acknowledged_at = excluded.acknowledged_at,"
                    + " note = excluded.note, body = excluded.body, changed_at = excluded.changed_at";
    private static final String COUNTS =
            "select state, severity, count(*) as n from alert where state <> 'resolved' and not exact group by 1, 2";

    private final Pool pool;
    private final RuleStore rules;
    private final Clock clock;

    AlertStore(Pool pool, RuleStore rules, Clock clock) {
        this.pool = pool;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Alerts, those that crossed last first.
     *
     * @param areas codes; {@code null} for all
     * @param exact whether those too that exact figures decided
     */
    Uni<List<Alert>> find(@Nullable String state, @Nullable List<String> areas, boolean exact, Page page) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.tuple()
                        .addString(state)
                        .addArrayOfString(areas == null ? null : areas.toArray(String[]::new))
                        .addBoolean(exact)
                        .addInteger(page.size())
                        .addInteger((page.number() - 1) * page.size()))
                .map(this::all);
    }

    Uni<Optional<Alert>> find(String id, boolean exact) {
        return one(pool, id, exact);
    }

    private Uni<Optional<Alert>> one(SqlClient client, String id, boolean exact) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id, exact))
                .map(rows -> all(rows).stream().findFirst());
    }

    /** All that is not over, or has changed since, without what exact figures decided; what changed last comes last. */
    Uni<List<Alert>> openOrChangedSince(Instant moment) {
        return pool.preparedQuery(OPEN_OR_CHANGED)
                .execute(Tuple.of(utc(moment)))
                .map(this::all);
    }

    /** All that fires, seen or not, and what fired and has changed since. */
    Uni<List<Alert>> firingOrChangedSince(Instant moment) {
        return pool.preparedQuery(FIRING_OR_CHANGED)
                .execute(Tuple.of(utc(moment)))
                .map(this::all);
    }

    /** The areas that have alerts or had some. */
    Uni<List<String>> areas() {
        return pool.query(AREAS).execute().map(AlertStore::areas);
    }

    /** The same, of some rules alone. */
    Uni<List<String>> areasOf(Set<String> rules) {
        return pool.preparedQuery(AREAS_OF_RULES)
                .execute(Tuple.tuple().addArrayOfString(rules.toArray(String[]::new)))
                .map(AlertStore::areas);
    }

    private static List<String> areas(RowSet<Row> rows) {
        List<String> areas = new ArrayList<>();
        rows.forEach(row -> areas.add(row.getString("area")));
        return areas;
    }

    /** How many alerts there are of a state and severity. */
    record Count(String state, String severity, long n) {}

    Uni<List<Count>> counts() {
        return pool.query(COUNTS).execute().map(rows -> {
            List<Count> counts = new ArrayList<>();
            rows.forEach(
                    row -> counts.add(new Count(row.getString("state"), row.getString("severity"), row.getLong("n"))));
            return counts;
        });
    }

    /** The alerts of an area that are not over. Until the transaction ends nobody else changes them. */
    Uni<List<Alert>> open(SqlConnection transaction, String area) {
        return transaction.preparedQuery(OPEN).execute(Tuple.of(area)).map(this::all);
    }

    /** The same, of a rule. */
    Uni<List<Alert>> openOfRule(SqlConnection transaction, String rule) {
        return transaction.preparedQuery(OPEN_OF_RULE).execute(Tuple.of(rule)).map(this::all);
    }

    /** When an alert of an area last changed. */
    Uni<Optional<Instant>> lastChangeIn(SqlConnection transaction, String area) {
        return lastChange(transaction, LAST_CHANGE_IN, area);
    }

    /** When an alert of a rule last changed. */
    Uni<Optional<Instant>> lastChangeBy(SqlConnection transaction, String rule) {
        return lastChange(transaction, LAST_CHANGE_BY, rule);
    }

    private static Uni<Optional<Instant>> lastChange(SqlConnection transaction, String query, String whose) {
        return transaction
                .preparedQuery(query)
                .execute(Tuple.of(whose))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("changed_at"))
                        .map(OffsetDateTime::toInstant));
    }

    /** The number of the next alert of a rule and an area. */
    Uni<Integer> nextNumber(SqlConnection transaction, AlertRule rule, String area) {
        return transaction
                .preparedQuery(NEXT_NUMBER)
                .execute(Tuple.of(rule.id(), area))
                .map(rows -> rows.iterator().next().getInteger("number"));
    }

    /** Writes an alert, new or changed. */
    Uni<Void> save(SqlClient client, Alert alert) {
        AlertState state = alert.state();
        Resolved over = state instanceof Resolved resolved ? resolved : null;
        Acknowledgement seen = state.acknowledgement();
        return client.preparedQuery(SAVE)
                .execute(Tuple.tuple()
                        .addString(alert.id())
                        .addString(alert.rule().id())
                        .addInteger(alert.ruleVersion())
                        .addString(alert.area())
                        .addInteger(alert.number())
                        .addString(alert.rule().severity().code())
                        .addBoolean(alert.rule().exact())
                        .addString(state.code())
                        .addLocalDate(state.since())
                        .addLocalDate(state.firedOn())
                        .addLocalDate(over == null ? null : over.on())
                        .addString(over == null ? null : over.cause().code())
                        .addString(seen == null ? null : seen.by())
                        .addOffsetDateTime(seen == null ? null : utc(seen.at()))
                        .addString(seen == null ? null : seen.note())
                        .addDouble(alert.value())
                        .addString(rules.body(alert.rule()))
                        .addOffsetDateTime(utc(alert.changedAt())))
                .replaceWithVoid();
    }

    /**
     * Notes that somebody has seen an alert; of one that was seen before, nothing changes.
     *
     * @return the alert as it then is, of whatever state; empty if there is none
     */
    Uni<Optional<Alert>> acknowledge(String id, String by, @Nullable String note, boolean exact) {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select from alert where id = $1 for update")
                .execute(Tuple.of(id))
                .chain(() -> one(connection, id, exact))
                .chain(found -> {
                    if (found.isEmpty() || !(found.get().state() instanceof Firing firing)) {
                        return Uni.createFrom().item(found);
                    }
                    Instant now = clock.instant();
                    Alert seen = found.get()
                            .with(
                                    firing.acknowledge(new Acknowledgement(by, now, note)),
                                    found.get().value(),
                                    now);
                    return save(connection, seen).replaceWith(Optional.of(seen));
                }));
    }

    private List<Alert> all(RowSet<Row> rows) {
        List<Alert> alerts = new ArrayList<>();
        for (Row row : rows) {
            AlertRule rule = rules.read(row.getString("body"));
            if (rule != null) {
                alerts.add(new Alert(
                        row.getString("id"),
                        rule,
                        row.getInteger("rule_version"),
                        row.getString("area"),
                        row.getInteger("number"),
                        state(row),
                        row.getDouble("value"),
                        row.getOffsetDateTime("changed_at").toInstant()));
            }
        }
        return alerts;
    }

    private static AlertState state(Row row) {
        if (row.getString("state").equals("pending")) {
            return new Pending(row.getLocalDate("since"));
        }
        if (row.getString("state").equals("resolved")) {
            return new Resolved(
                    row.getLocalDate("since"),
                    row.getLocalDate("fired_on"),
                    row.getLocalDate("resolved_on"),
                    Cause.of(row.getString("cause")),
                    acknowledgement(row));
        }
        return firing(row);
    }

    private static Open firing(Row row) {
        Acknowledgement seen = acknowledgement(row);
        return seen == null
                ? new Firing(row.getLocalDate("since"), row.getLocalDate("fired_on"))
                : new Acknowledged(row.getLocalDate("since"), row.getLocalDate("fired_on"), seen);
    }

    private static @Nullable Acknowledgement acknowledgement(Row row) {
        String by = row.getString("acknowledged_by");
        return by == null
                ? null
                : new Acknowledgement(
                        by, row.getOffsetDateTime("acknowledged_at").toInstant(), row.getString("note"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
