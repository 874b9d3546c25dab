package nl.buurtpuls.report.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.alert.EvaluationQueue.Due;
import nl.buurtpuls.report.alert.RuleStore.Kept;
import nl.buurtpuls.report.current.Replacements;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.problem.Dates;
import org.jboss.logging.Logger;

/**
 * Looks at areas again when something in them changed, at all that a rule looks at when it was written, and at all when the day
 * changed or news may have been missed.
 */
@ApplicationScoped
@Startup
class AlertWatch implements Replacements.Listener {

    private static final Logger LOG = Logger.getLogger(AlertWatch.class);
    private static final long TICK_MILLIS = 50;
    private static final int AT_ONCE = 2;
    /** Few, so that the rest after them is short. */
    private static final int A_TURN = 4;

    private final Vertx vertx;
    private final RuleStore rules;
    private final AlertStore alerts;
    private final Evaluation evaluation;
    private final RankWatch ranks;
    private final Dispatch dispatch;
    private final LedgerReader ledger;
    private final Dates dates;
    private final Gate gate;
    private final Scope scope;
    private final boolean evaluates;
    private final Timer timer;

    /** What follows is guarded by this object. */
    private final EvaluationQueue queue;

    private final DutyCycle dutyCycle = new DutyCycle();
    private PendingRules pendingRules = PendingRules.NONE;
    private boolean busy;
    private LocalDate day;
    private long ticks;

    AlertWatch(
            Vertx vertx,
            RuleStore rules,
            AlertStore alerts,
            Evaluation evaluation,
            RankWatch ranks,
            Dispatch dispatch,
            LedgerReader ledger,
            Dates dates,
            Gate gate,
            AreaTable table,
            AlertConfig config,
            Replacements replacements,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.rules = rules;
        this.alerts = alerts;
        this.evaluation = evaluation;
        this.ranks = ranks;
        this.dispatch = dispatch;
        this.ledger = ledger;
        this.dates = dates;
        this.gate = gate;
        this.scope = new Scope(table);
        this.evaluates = config.evaluate();
        this.queue = new EvaluationQueue(config.settle(), config.patience(), table::placeOf);
        this.day = dates.today();
        this.timer = Timer.builder("buurtpuls.alerts.evaluation")
                .description("Time that it takes to hold the rules against the figures of an area")
                .register(registry);
        replacements.listen(this);
    }

    void start(@Observes StartupEvent event) {
        if (evaluates) {
            ticks = vertx.setPeriodic(TICK_MILLIS, any -> {
                look();
                ranks.look();
            });
        }
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(ticks);
    }

    @Override
    public void replaced(String area) {
        // Figures come from the ledger: a snapshot tells nothing that is not told by its cells.
    }

    @Override
    public synchronized void recounted(Map<String, LocalDate> firstDays) {
        long now = System.nanoTime();
        firstDays.forEach((area, first) -> queue.touch(area, first, now));
    }

    @Override
    public synchronized void ruled(String rule) {
        pendingRules = pendingRules.and(PendingRules.rule(rule));
    }

    @Override
    public synchronized void resumed() {
        pendingRules = PendingRules.ALL;
    }

    private void look() {
        LocalDate today = dates.today();
        PendingRules anew;
        boolean visiting;
        List<Due> due;
        synchronized (this) {
            if (!today.equals(day)) {
                day = today;
                pendingRules = PendingRules.ALL;
            }
            long now = System.nanoTime();
            if (busy || !dutyCycle.isOver(now)) {
                return;
            }
            anew = pendingRules;
            visiting = dutyCycle.isOverForVisits(now);
            due = queue.due(now, A_TURN, visiting);
            if (anew.isNone() && due.isEmpty()) {
                return;
            }
            pendingRules = PendingRules.NONE;
            busy = true;
        }
        Uni.createFrom()
                .deferred(() -> rules.current()
                        .chain(current -> anew.isNone() ? Uni.createFrom().item(current) : visit(anew, current))
                        .chain(current -> look(due, visiting, current)))
                .subscribe()
                .with(any -> done(), failure -> failed(anew, due, failure));
    }

    private synchronized void done() {
        busy = false;
    }

    private synchronized void failed(PendingRules anew, List<Due> due, Throwable failure) {
        LOG.warnf("rules of alerts wait: %s", failure.getMessage());
        busy = false;
        pendingRules = pendingRules.and(anew);
        long now = System.nanoTime();
        dutyCycle.afterFailure(now);
        due.forEach(each -> queue.again(each, now + DutyCycle.AFTER_FAILURE.toNanos()));
    }

    /** Has areas visited that have figures and that the rules look at, or of which the rules have alerts from before. */
    private Uni<List<Kept>> visit(PendingRules anew, List<Kept> current) {
        List<Kept> rules =
                current.stream().filter(kept -> anew.includes(kept.rule())).toList();
        return Uni.combine()
                .all()
                .unis(ledger.areas(), anew.all() ? alerts.areas() : alerts.areasOf(anew.rules()))
                .asTuple()
                .invoke(areas -> {
                    Stream<String> lookedAt = areas.getItem1().stream()
                            .filter(area -> rules.stream().anyMatch(kept -> scope.includes(kept.rule(), area)));
                    List<String> visits =
                            Stream.concat(lookedAt, areas.getItem2().stream()).toList();
                    synchronized (this) {
                        queue.visit(visits);
                    }
                    ranks.touch(rules);
                })
                .replaceWith(current);
    }

    private Uni<Void> look(List<Due> due, boolean visiting, List<Kept> current) {
        long began = System.nanoTime();
        return reached(due, current)
                .chain(areas -> Multi.createFrom()
                        .iterable(areas)
                        .onItem()
                        .transformToUni(this::look)
                        .merge(AT_ONCE)
                        .collect()
                        .asList()
                        .invoke(() -> ranks.touch(current, areas)))
                .invoke(looks -> rest(began, visiting, looks))
                .replaceWithVoid();
    }

    /** Others go on beside one that could not be looked at. If none of a turn could be, all wait for a while. */
    private synchronized void rest(long began, boolean visiting, List<Optional<String>> looks) {
        List<String> failures = looks.stream().flatMap(Optional::stream).toList();
        long now = System.nanoTime();
        if (!failures.isEmpty()) {
            LOG.warnf("rules of %d areas wait, those of %s", failures.size(), failures.get(0));
        }
        if (!failures.isEmpty() && failures.size() == looks.size()) {
            dutyCycle.afterFailure(now);
        } else {
            dutyCycle.after(began, now, visiting, queue.isDue(now));
        }
    }

    /**
     * The areas to be looked at. Most that comes changes figures from today on alone, and so nothing of what is published as
     * of the first of the month: that is a matter of rules on exact figures only.
     */
    private Uni<Collection<String>> reached(List<Due> due, List<Kept> current) {
        List<AlertRule> inForce =
                current.stream().map(Kept::rule).filter(AlertRule::enabled).toList();
        List<AlertRule> onExact = inForce.stream().filter(AlertRule::exact).toList();
        LocalDate published = gate.published().date(dates.today());
        List<Due> seen = due.stream()
                .filter(each -> !onExact.isEmpty() || !each.from().isAfter(published))
                .toList();
        if (seen.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return ledger.areas().map(withFigures -> {
            Set<String> reached = new LinkedHashSet<>();
            for (Due each : seen) {
                if (each.from().isAfter(published)) {
                    reached.addAll(scope.reach(each.area(), onExact, withFigures));
                } else {
                    // Whether or not a rule holds for it: an alert of a rule that holds no longer is to end.
                    reached.add(each.area());
                    reached.addAll(scope.reach(each.area(), inForce, withFigures));
                }
            }
            return reached;
        });
    }

    /** Gives the area and why it could not be looked at, if so. */
    private Uni<Optional<String>> look(String area) {
        Timer.Sample sample = Timer.start();
        return evaluation
                .ofArea(area)
                .onTermination()
                .invoke(() -> sample.stop(timer))
                .invoke(told -> {
                    if (told) {
                        dispatch.wake();
                    }
                })
                .map(told -> Optional.<String>empty())
                .onFailure()
                .recoverWithItem(failure -> Optional.of(again(area, failure)));
    }

    private synchronized String again(String area, Throwable failure) {
        queue.again(new Due(area, LocalDate.MIN), System.nanoTime() + DutyCycle.AFTER_FAILURE.toNanos());
        return area + ": " + failure.getMessage();
    }
}
