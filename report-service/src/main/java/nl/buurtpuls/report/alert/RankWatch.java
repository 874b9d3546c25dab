package nl.buurtpuls.report.alert;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.alert.RuleStore.Kept;
import nl.buurtpuls.report.ledger.LedgerReader;
import org.jboss.logging.Logger;

/**
 * Looks at rank rules again when something changed in an area that they hold for, every so often at most. It takes the
 * figures of all areas of a level, so other rules do not wait for it.
 */
@ApplicationScoped
class RankWatch {

    private static final Logger LOG = Logger.getLogger(RankWatch.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final RuleStore rules;
    private final Evaluation evaluation;
    private final Dispatch dispatch;
    private final LedgerReader ledger;
    private final Scope scope;
    private final long every;

    /** What follows is guarded by this object. */
    private final Set<String> touched = new LinkedHashSet<>();

    private final Map<String, Long> seen = new HashMap<>();
    private boolean busy;
    private long notBefore = Long.MIN_VALUE;

    RankWatch(
            RuleStore rules,
            Evaluation evaluation,
            Dispatch dispatch,
            LedgerReader ledger,
            AreaTable table,
            AlertConfig config) {
        this.rules = rules;
        this.evaluation = evaluation;
        this.dispatch = dispatch;
        this.ledger = ledger;
        this.scope = new Scope(table);
        this.every = config.ranksEvery().toNanos();
    }

    /** Something changed in areas: rank rules that hold for one of them are to be looked at. */
    void touch(List<Kept> current, Collection<String> areas) {
        touch(onRanks(current).stream()
                .filter(kept -> areas.stream().anyMatch(area -> scope.includes(kept.rule(), area)))
                .toList());
    }

    /** Those of the rules that are rank rules are to be looked at. */
    synchronized void touch(List<Kept> current) {
        onRanks(current).forEach(kept -> touched.add(kept.rule().id()));
    }

    /** Looks at those that were touched and have not been looked at for a while, unless it is about that. */
    void look() {
        synchronized (this) {
            long now = System.nanoTime();
            if (busy || now < notBefore || touched.stream().noneMatch(rule -> mayBeSeen(rule, now))) {
                return;
            }
            busy = true;
        }
        Uni.createFrom()
                .deferred(() -> ledger.areas().chain(areas -> rules.current().chain(current -> look(current, areas))))
                .subscribe()
                .with(any -> done(), this::failed);
    }

    private Uni<Void> look(List<Kept> current, Collection<String> areas) {
        return Multi.createFrom()
                .iterable(due(current))
                .onItem()
                .transformToUniAndConcatenate(rule ->
                        evaluation.ofRanks(rule, areas).onFailure().recoverWithItem(failure -> again(rule, failure)))
                .invoke(told -> {
                    if (told) {
                        dispatch.wake();
                    }
                })
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** One that cannot be looked at now is tried when it may be seen again, and holds up no other. */
    private synchronized boolean again(String rule, Throwable failure) {
        LOG.warnf("rank rule %s waits: %s", rule, failure.getMessage());
        touched.add(rule);
        return false;
    }

    private synchronized void done() {
        busy = false;
    }

    private synchronized void failed(Throwable failure) {
        LOG.warnf("rank rules wait: %s", failure.getMessage());
        notBefore = System.nanoTime() + AFTER_FAILURE.toNanos();
        busy = false;
    }

    /** Takes those whose time has come, and forgets those that are no more. */
    private synchronized List<String> due(List<Kept> current) {
        long now = System.nanoTime();
        List<String> onRanks =
                onRanks(current).stream().map(kept -> kept.rule().id()).toList();
        touched.retainAll(onRanks);
        seen.keySet().retainAll(onRanks);
        List<String> due = touched.stream().filter(rule -> mayBeSeen(rule, now)).toList();
        due.forEach(rule -> {
            touched.remove(rule);
            seen.put(rule, now);
        });
        return due;
    }

    private boolean mayBeSeen(String rule, long now) {
        Long before = seen.get(rule);
        return before == null || now - before >= every;
    }

    private static List<Kept> onRanks(List<Kept> rules) {
        return rules.stream()
                .filter(kept -> kept.rule().condition() instanceof Condition.Rank)
                .toList();
    }
}
