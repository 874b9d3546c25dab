package nl.buurtpuls.report.alert;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.alert.AlertState.Open;
import nl.buurtpuls.report.alert.Judge.Judgement;
import nl.buurtpuls.report.alert.Judge.Span;
import nl.buurtpuls.report.alert.RuleStore.Kept;
import nl.buurtpuls.report.problem.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Makes the alerts of an area, or of a rank rule, what the figures say. One instance at a time does it, and reads rules
 * and figures once it is its turn: so whoever comes last has seen the newest. What there is to tell is written with the alert,
 * or neither is.
 */
@ApplicationScoped
class Evaluation {

    /** Until the end of the transaction; the number stands for alerts. */
    private static final String TURN = "select pg_advisory_xact_lock(919, hashtext($1))";

    private final Pool pool;
    private final RuleStore rules;
    private final AlertStore alerts;
    private final Outbox outbox;
    private final Judge judge;
    private final Scope scope;
    private final AreaTable table;
    private final Dates dates;
    private final Clock clock;

    Evaluation(
            Pool pool,
            RuleStore rules,
            AlertStore alerts,
            Outbox outbox,
            Judge judge,
            AreaTable table,
            Dates dates,
            Clock clock) {
        this.pool = pool;
        this.rules = rules;
        this.alerts = alerts;
        this.outbox = outbox;
        this.judge = judge;
        this.scope = new Scope(table);
        this.table = table;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * While it lasts, nobody else changes these alerts.
     *
     * @param today the last day that is looked at
     * @param rules those there are
     */
    private record Turn(SqlConnection transaction, LocalDate today, List<Kept> rules) {}

    /** A rule and an area, with what the one makes of the other. */
    private record Found(Kept kept, String area, Judgement judgement) {}

    /**
     * Evaluates all rules that look at one area, and ends what no rule says any more.
     *
     * @return whether there is something to deliver
     */
    Uni<Boolean> ofArea(String area) {
        return inTurn(area, transaction -> alerts.lastChangeIn(transaction, area), turn -> {
            Map<String, Kept> holding = turn.rules().stream()
                    .filter(kept -> kept.rule().enabled() && scope.includes(kept.rule(), area))
                    .collect(Collectors.toMap(kept -> kept.rule().id(), Function.identity()));
            List<AlertRule> plain = holding.values().stream()
                    .map(Kept::rule)
                    .filter(rule -> !(rule.condition() instanceof Condition.Rank))
                    .toList();
            return alerts.open(turn.transaction(), area)
                    .chain(open -> open.isEmpty() && plain.isEmpty()
                            ? Uni.createFrom().item(false)
                            : judge.of(area, plain, Span.before(turn.today())).chain(judgements -> {
                                List<Found> found = new ArrayList<>();
                                judgements.forEach((rule, judgement) ->
                                        found.add(new Found(holding.get(rule.id()), area, judgement)));
                                List<Alert> withdrawn = open.stream()
                                        .filter(alert -> !holding.containsKey(
                                                alert.rule().id()))
                                        .toList();
                                return apply(turn, open, found, withdrawn);
                            }));
        });
    }

    /**
     * Evaluates a rank rule, if it still is one.
     *
     * @param withFigures the areas that have figures
     * @return whether there is something to deliver
     */
    Uni<Boolean> ofRanks(String rule, Collection<String> withFigures) {
        return inTurn(
                "rule " + rule,
                transaction -> alerts.lastChangeBy(transaction, rule),
                turn -> turn.rules().stream()
                        .filter(kept ->
                                kept.rule().id().equals(rule) && kept.rule().enabled())
                        .findFirst()
                        .flatMap(kept -> kept.rule().condition() instanceof Condition.Rank rank
                                ? Optional.of(ofRanks(turn, kept, rank, withFigures))
                                : Optional.empty())
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> ofRanks(Turn turn, Kept kept, Condition.Rank rank, Collection<String> withFigures) {
        List<String> areas = withFigures.stream()
                .filter(area -> scope.includes(kept.rule(), area))
                .toList();
        return alerts.openOfRule(turn.transaction(), kept.rule().id())
                .chain(open -> judge.ofRanks(kept.rule(), rank, areas, Span.before(turn.today()))
                        .chain(judgements -> {
                            List<Found> found = new ArrayList<>();
                            judgements.forEach((area, judgement) -> found.add(new Found(kept, area, judgement)));
                            List<Alert> withdrawn = open.stream()
                                    .filter(alert -> !judgements.containsKey(alert.area()))
                                    .toList();
                            return apply(turn, open, found, withdrawn);
                        }));
    }

    private Uni<Boolean> inTurn(
            String whose,
            Function<SqlConnection, Uni<Optional<Instant>>> lastChange,
            Function<Turn, Uni<Boolean>> work) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery(TURN)
                .execute(Tuple.of(whose))
                .chain(() -> rules.current(transaction))
                .chain(current -> lastChange
                        .apply(transaction)
                        .chain(changed -> work.apply(new Turn(transaction, today(changed), current)))));
    }

    /**
     * Clocks of two instances differ a little. Where another has found that it is tomorrow already, and changed alerts by it,
     * it stays tomorrow: looked at as of today those would be over, and begin a second time at midnight.
     */
    private LocalDate today(Optional<Instant> lastChange) {
        LocalDate here = dates.today();
        return lastChange
                .map(moment -> LocalDate.ofInstant(moment, clock.getZone()))
                .filter(here.plusDays(1)::equals)
                .orElse(here);
    }

    private Uni<Boolean> apply(Turn turn, List<Alert> open, List<Found> found, List<Alert> withdrawn) {
        Instant now = clock.instant();
        Map<String, Alert> byRuleAndArea = new LinkedHashMap<>();
        open.forEach(alert -> byRuleAndArea.put(alert.rule().id() + " " + alert.area(), alert));
        List<Uni<Boolean>> steps = new ArrayList<>();
        withdrawn.forEach(alert -> steps.add(close(turn, alert, now)));
        found.forEach(each ->
                steps.add(reconcile(turn, byRuleAndArea.get(each.kept().rule().id() + " " + each.area()), each, now)));
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(step -> step)
                .collect()
                .asList()
                .map(told -> told.contains(true));
    }

    private Uni<Boolean> close(Turn turn, Alert alert, Instant now) {
        Open state = (Open) alert.state();
        return save(
                turn.transaction(),
                alert.with(state.resolve(turn.today(), Cause.RULE_CHANGED), alert.value(), now),
                state);
    }

    private Uni<Boolean> reconcile(Turn turn, @Nullable Alert alert, Found found, Instant now) {
        Open before = alert == null ? null : (Open) alert.state();
        Reconciliation step = Reconciliation.of(before, found.judgement().timeline(), turn.today());
        Uni<Boolean> known = Uni.createFrom().item(false);
        if (alert != null) {
            Alert after = after(alert, Objects.requireNonNull(step.known()), found, now);
            known = after == alert ? known : save(turn.transaction(), after, before);
        }
        Open begun = step.begun();
        return begun == null
                ? known
                : known.chain(
                        told -> begin(turn.transaction(), begun, found, now).map(toldToo -> told || toldToo));
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
