package nl.buurtpuls.report.alert;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.alert.AlertState.Open;
import nl.buurtpuls.report.alert.Judge.Judgement;
import nl.buurtpuls.report.alert.RuleStore.Kept;
import nl.buurtpuls.report.problem.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Makes the alerts of an area, or of a rule on places, what the figures say. One instance at a time does it, and reads the
 * figures once it is its turn: so whoever comes last has seen the newest. What there is to tell is written with the alert, or
 * neither is.
 */
@ApplicationScoped
class Evaluation {

    /** Until the end of the transaction; the number stands for alerts. */
    private static final String TURN = "select pg_advisory_xact_lock(919, hashtext($1))";

    private final Pool pool;
    private final AlertStore alerts;
    private final Outbox outbox;
    private final Judge judge;
    private final Scope scope;
    private final AreaTable table;
    private final Dates dates;
    private final Clock clock;

    Evaluation(Pool pool, AlertStore alerts, Outbox outbox, Judge judge, AreaTable table, Dates dates, Clock clock) {
        this.pool = pool;
        this.alerts = alerts;
        this.outbox = outbox;
        this.judge = judge;
        this.scope = new Scope(table);
        this.table = table;
        this.dates = dates;
        this.clock = clock;
    }

    /** A rule and an area, with what the one makes of the other. */
    private record Found(Kept kept, String area, Judgement judgement) {}

    /**
     * Evaluates all rules that look at one area, and ends what no rule says any more.
     *
     * @param rules all there are
     * @return whether there is something to deliver
     */
    Uni<Boolean> ofArea(String area, Collection<Kept> rules) {
        Map<String, Kept> holding = rules.stream()
                .filter(kept -> kept.rule().enabled() && scope.includes(kept.rule(), area))
                .collect(Collectors.toMap(kept -> kept.rule().id(), Function.identity()));
        List<AlertRule> plain = holding.values().stream()
                .map(Kept::rule)
                .filter(rule -> !(rule.condition() instanceof Condition.Rank))
                .toList();
        return inTurn(
                area,
                transaction -> alerts.open(transaction, area)
                        .chain(open -> open.isEmpty() && plain.isEmpty()
                                ? Uni.createFrom().item(false)
                                : judge.of(area, plain).chain(judgements -> {
                                    List<Found> found = new ArrayList<>();
                                    judgements.forEach((rule, judgement) ->
                                            found.add(new Found(holding.get(rule.id()), area, judgement)));
                                    List<Alert> withdrawn = open.stream()
                                            .filter(alert -> !holding.containsKey(
                                                    alert.rule().id()))
                                            .toList();
                                    return apply(transaction, open, found, withdrawn);
                                })));
    }

    /**
     * Evaluates a rule on places.
     *
     * @param areas that the rule holds for
     * @return whether there is something to deliver
     */
    Uni<Boolean> ofPlaces(Kept kept, Condition.Rank rank, Collection<String> areas) {
        return inTurn(
                "rule " + kept.rule().id(),
                transaction -> alerts.openOfRule(transaction, kept.rule().id())
                        .chain(open -> judge.ofPlaces(kept.rule(), rank, areas).chain(judgements -> {
                            List<Found> found = new ArrayList<>();
                            judgements.forEach((area, judgement) -> found.add(new Found(kept, area, judgement)));
                            List<Alert> withdrawn = open.stream()
                                    .filter(alert -> !judgements.containsKey(alert.area()))
                                    .toList();
                            return apply(transaction, open, found, withdrawn);
                        })));
    }

    private Uni<Boolean> inTurn(String whose, Function<SqlConnection, Uni<Boolean>> work) {
        return pool.withTransaction(transaction ->
                transaction.preparedQuery(TURN).execute(Tuple.of(whose)).chain(() -> work.apply(transaction)));
    }

    private Uni<Boolean> apply(SqlConnection transaction, List<Alert> open, List<Found> found, List<Alert> withdrawn) {
        Instant now = clock.instant();
        Map<String, Alert> byRuleAndArea = new LinkedHashMap<>();
        open.forEach(alert -> byRuleAndArea.put(alert.rule().id() + " " + alert.area(), alert));
        List<Uni<Boolean>> steps = new ArrayList<>();
        withdrawn.forEach(alert -> steps.add(close(transaction, alert, now)));
        found.forEach(each -> steps.add(
                reconcile(transaction, byRuleAndArea.get(each.kept().rule().id() + " " + each.area()), each, now)));
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(step -> step)
                .collect()
                .asList()
                .map(told -> told.contains(true));
    }

    private Uni<Boolean> close(SqlConnection transaction, Alert alert, Instant now) {
        Open state = (Open) alert.state();
        return save(
                transaction, alert.with(state.resolve(dates.today(), Cause.RULE_CHANGED), alert.value(), now), state);
    }

    private Uni<Boolean> reconcile(SqlConnection transaction, @Nullable Alert alert, Found found, Instant now) {
        Open before = alert == null ? null : (Open) alert.state();
        Reconciliation step = Reconciliation.of(before, found.judgement().course(), dates.today());
        Uni<Boolean> known = Uni.createFrom().item(false);
        if (alert != null) {
            Alert after = after(alert, Objects.requireNonNull(step.known()), found, now);
            known = after == alert ? known : save(transaction, after, before);
        }
        Open begun = step.begun();
        return begun == null
                ? known
                : known.chain(told -> begin(transaction, begun, found, now).map(toldToo -> told || toldToo));
    }

    /** The alert itself if nothing of it changes. */
    private static Alert after(Alert alert, AlertState state, Found found, Instant now) {
        AlertRule rule = found.kept().rule();
        Double value = found.judgement().value();
        boolean same = state.equals(alert.state())
                && Objects.equals(value, alert.value())
                && alert.ruleVersion() == found.kept().version();
        if (same) {
            return alert;
        }
        boolean byNewRule = alert.ruleVersion() != found.kept().version();
        AlertState said = byNewRule && alert.state() instanceof Open open && state instanceof AlertState.Resolved over
                ? open.resolve(over.on(), Cause.RULE_CHANGED)
                : state;
        return alert.by(rule, found.kept().version()).with(said, value, now);
    }

    private Uni<Boolean> begin(SqlConnection transaction, Open state, Found found, Instant now) {
        AlertRule rule = found.kept().rule();
        return alerts.nextNumber(transaction, rule, found.area())
                .map(number -> new Alert(
                        Alert.id(rule, found.area(), number),
                        rule,
                        found.kept().version(),
                        found.area(),
                        number,
                        state,
                        found.judgement().value(),
                        now))
                .chain(alert -> save(transaction, alert, null));
    }

    /** Writes an alert, and what there is to tell: that it fires, or that what fired is over. */
    private Uni<Boolean> save(SqlConnection transaction, Alert alert, @Nullable AlertState before) {
        boolean fired = before != null && before.firedOn() != null;
        boolean fires = alert.state().firedOn() != null;
        boolean over = alert.state() instanceof AlertState.Resolved;
        boolean told = over ? fired : fires && !fired;
        Uni<Void> saved = alerts.save(transaction, alert);
        return told
                ? saved.chain(() -> outbox.add(transaction, alert, nameOf(alert.area())))
                        .replaceWith(true)
                : saved.replaceWith(false);
    }

    private String nameOf(String area) {
        return table.find(area).map(its -> its.name()).orElse(area);
    }
}
