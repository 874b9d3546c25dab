package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.buurtpuls.report.problem.Page;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told, and to whom. It is written with the change that it tells of, and stays until the receiver has it: who
 * dies in between leaves it to whoever comes next. Times are those of the database, which all instances share.
 */
@ApplicationScoped
class Outbox {

    private static final String INSERT = "insert into alert_delivery (alert, event, receiver, body, created_at, due_at)"
            + " values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp())";

    private static final String TOLD = "select distinct receiver from alert_delivery where alert = $1";

    private static final String WAITING = "delivered_at is null and parked_at is null";
    private static final String RECEIVERS =
            "select distinct receiver from alert_delivery where " + WAITING + " and due_at <= clock_timestamp()";

    /**
     * Takes what is due of a receiver; of an alert nothing before what came earlier. Until {@code due_at} it is in the hands
     * of who took it, and if not settled by then it is there for all again.
     */
    private static final String TAKE = "update alert_delivery set attempts = attempts + 1,"
            + " due_at = clock_timestamp() + $2 * interval '1 millisecond' where id in"
            + " (select id from alert_delivery d where receiver = $1 and " + WAITING
            + " and due_at <= clock_timestamp()"
            + " and not exists (select from alert_delivery earlier where earlier.alert = d.alert"
            + " and earlier.receiver = d.receiver and earlier.id < d.id and earlier.delivered_at is null"
            + " and earlier.parked_at is null) order by id limit $3 for update skip locked) returning *,"
            + " extract(epoch from clock_timestamp() - created_at) * 1000 as age";

    /** What was replayed while it was on its way is another delivery: what became of that try says nothing of it. */
    private static final String SAME = " where id = $1 and created_at = $2";

    private static final String DELIVERED =
            "update alert_delivery set delivered_at = clock_timestamp(), last_error = null" + SAME
                    + " returning extract(epoch from delivered_at - created_at) * 1000 as age";
    private static final String FAILED = "update alert_delivery set last_error = $3,"
            + " due_at = clock_timestamp() + $4 * interval '1 millisecond'" + SAME + " and delivered_at is null";
    private static final String PARKED = "update alert_delivery set last_error = $3, parked_at = clock_timestamp()"
            + SAME + " and delivered_at is null";

    /**
     * What came later of the same alert goes once more behind it: a receiver that is told last that an alert fires believes
     * that it does, whatever it was told before.
     */
    private static final String REPLAY =
            "update alert_delivery again set parked_at = null, delivered_at = null, attempts = 0,"
                    + " created_at = clock_timestamp(), due_at = clock_timestamp() from alert_delivery wanted"
                    + " where wanted.id = $1 and again.alert = wanted.alert and again.receiver = wanted.receiver"
                    + " and again.id >= wanted.id returning again.*, 0 as age";

    private static final String LIST = "select *, 0 as age from alert_delivery where case $1"
            + " when 'parked' then parked_at is not null when 'delivered' then delivered_at is not null"
            + " when 'waiting' then " + WAITING + " else true end order by id desc limit $2 offset $3";
    private static final String COUNTS = "select count(*) filter (where " + WAITING + ") as waiting,"
            + " coalesce(extract(epoch from clock_timestamp() - min(created_at) filter (where " + WAITING
            + ")), 0)::double precision as oldest,"
            + " count(*) filter (where parked_at is not null) as parked from alert_delivery where delivered_at is null";

    /**
     * Of an alert that is not over they are kept: who was told that it fires is told that it is over. So is what came after
     * something that is parked, which it is to follow if that is replayed.
     */
    private static final String FORGET = "delete from alert_delivery where id in"
            + " (select d.id from alert_delivery d join alert a on a.id = d.alert where a.state = 'resolved'"
            + " and d.delivered_at < now() - $1 * interval '1 millisecond'"
            + " and not exists (select from alert_delivery earlier where earlier.alert = d.alert"
            + " and earlier.receiver = d.receiver and earlier.id < d.id and earlier.delivered_at is null)"
            + " limit $2 for update of d skip locked)";

    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private final Pool pool;
    private final AlertConfig config;
    private final ObjectMapper json;

    Outbox(Pool pool, AlertConfig config, ObjectMapper json) {
        if (config.keepDelivered().compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("buurtpuls.alerts.keep-delivered is at least P1D, not "
                    + config.keepDelivered() + ": what was just delivered may be delivered again");
        }
        this.pool = pool;
        this.config = config;
        this.json = json;
    }

    /**
     * Something for a receiver.
     *
     * @param event the CloudEvent's id
     * @param body the CloudEvent
     * @param attempts those made, the one that is being made included
     * @param createdAt when it was written, or last replayed
     * @param ageMillis since it was written
     */
    record Delivery(
            long id,
            String alert,
            String event,
            Receiver receiver,
            String body,
            int attempts,
            OffsetDateTime createdAt,
            double ageMillis,
            OffsetDateTime dueAt,
            @Nullable OffsetDateTime deliveredAt,
            @Nullable OffsetDateTime parkedAt,
            @Nullable String lastError) {

        String state() {
            return deliveredAt != null ? "delivered" : parkedAt != null ? "parked" : "waiting";
        }
    }

    /** Puts in that an alert fires or is over, for all who are to know: webhooks too that the rule named when it fired. */
    Uni<Void> add(SqlConnection transaction, Alert alert, String areaName) {
        AlertEvent event = AlertEvent.of(alert, areaName, config.source());
        String body = write(event);
        return transaction.preparedQuery(TOLD).execute(Tuple.of(alert.id())).chain(told -> {
            Set<Receiver> receivers = new LinkedHashSet<>(receivers(alert.rule()));
            told.forEach(row -> {
                Receiver before = Receiver.named(row.getString("receiver"));
                if (before.kind() == Receiver.Kind.WEBHOOK) {
                    receivers.add(before);
                }
            });
            return transaction
                    .preparedQuery(INSERT)
                    .executeBatch(receivers.stream()
                            .map(receiver -> Tuple.of(alert.id(), event.id(), receiver.name(), body))
                            .toList())
                    .replaceWithVoid();
        });
    }

    private List<Receiver> receivers(AlertRule rule) {
        List<Receiver> receivers = new ArrayList<>();
        receivers.add(Receiver.TOPIC);
        if (config.alertmanagerUrl().isPresent()) {
            receivers.add(Receiver.ALERTMANAGER);
        }
        if (rule.webhook() != null) {
            receivers.add(Receiver.webhook(rule.webhook()));
        }
        return receivers;
    }

    private String write(AlertEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }

    /** Those for whom something is due. */
    Uni<List<Receiver>> receivers() {
        return pool.query(RECEIVERS).execute().map(rows -> {
            List<Receiver> receivers = new ArrayList<>();
            rows.forEach(row -> receivers.add(Receiver.named(row.getString("receiver"))));
            return receivers;
        });
    }

    /** Takes some of what is due of a receiver, each of another alert, for so long. */
    Uni<List<Delivery>> take(Receiver receiver, Duration lease, int most) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(receiver.name(), (double) lease.toMillis(), most))
                .map(Outbox::all);
    }

    /** The receiver has it. Gives how long that took since it was written; empty if it was replayed meanwhile. */
    Uni<Optional<Duration>> delivered(Delivery delivery) {
        return pool.preparedQuery(DELIVERED)
                .execute(Tuple.of(delivery.id(), delivery.createdAt()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Duration.ofMillis(
                                Math.round(row.getNumeric("age").doubleValue())))
                        .findFirst());
    }

    /** The receiver has not got it, and is tried again after a pause. */
    Uni<Void> failed(Delivery delivery, String error, Duration pause) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(delivery.id(), delivery.createdAt(), error, (double) pause.toMillis()))
                .replaceWithVoid();
    }

    /** It has been tried for long enough. */
    Uni<Void> parked(Delivery delivery, String error) {
        return pool.preparedQuery(PARKED)
                .execute(Tuple.of(delivery.id(), delivery.createdAt(), error))
                .replaceWithVoid();
    }

    /** Has something sent once more, and what the receiver is told later of the same alert; empty if there is no such delivery. */
    Uni<Optional<Delivery>> replay(long id) {
        return pool.preparedQuery(REPLAY)
                .execute(Tuple.of(id))
                .map(rows -> all(rows).stream()
                        .filter(delivery -> delivery.id() == id)
                        .findFirst());
    }

    /**
     * Deliveries, the newest first.
     *
     * @param state waiting, parked, delivered, or anything else for all
     */
    Uni<List<Delivery>> list(String state, Page page) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(state, page.size(), (page.number() - 1) * page.size()))
                .map(Outbox::all);
    }

    /**
     * What has not reached its receiver.
     *
     * @param waiting how much is to be delivered still
     * @param oldest seconds since the first of that was written; 0 if nothing waits
     * @param parked how much was given up
     */
    record Backlog(long waiting, double oldest, long parked) {
        static final Backlog NONE = new Backlog(0, 0, 0);
    }

    Uni<Backlog> backlog() {
        return pool.query(COUNTS).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Backlog(row.getLong("waiting"), row.getDouble("oldest"), row.getLong("parked"));
        });
    }

    /** Takes out what was delivered longer ago than is kept, of alerts that are over. */
    Uni<Void> forget() {
        return Multi.createBy()
                .repeating()
                .uni(() -> pool.preparedQuery(FORGET)
                        .execute(Tuple.of((double) config.keepDelivered().toMillis(), FORGOTTEN_AT_ONCE)))
                .whilst(rows -> rows.rowCount() == FORGOTTEN_AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private static List<Delivery> all(RowSet<Row> rows) {
        List<Delivery> deliveries = new ArrayList<>();
        for (Row row : rows) {
            deliveries.add(new Delivery(
                    row.getLong("id"),
                    row.getString("alert"),
                    row.getString("event"),
                    Receiver.named(row.getString("receiver")),
                    row.getString("body"),
                    row.getInteger("attempts"),
                    row.getOffsetDateTime("created_at"),
                    row.getNumeric("age").doubleValue(),
                    row.getOffsetDateTime("due_at"),
                    row.getOffsetDateTime("delivered_at"),
                    row.getOffsetDateTime("parked_at"),
                    row.getString("last_error")));
        }
        return deliveries;
    }
}
