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
 * Looks at rules on places again when something changed in an area that they hold for, every so often at most. It takes the
 * figures of all areas of a level, so other rules do not wait for it.
 */
@ApplicationScoped
class PlaceWatch {

    private static final Logger LOG = Logger.getLogger(PlaceWatch.class);
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

    PlaceWatch(
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
        this.every = config.placesEvery().toNanos();
    }

    /** Something changed in areas: those of the rules that are on places and hold for one of them are to be looked at. */
    void touch(List<Kept> current, Collection<String> areas) {
        touch(current.stream()
                .filter(kept -> areas.stream().anyMatch(area -> scope.includes(kept.rule(), area)))
                .toList());
    }

    /** Those of the rules that are on places are to be looked at. */
    synchronized void touch(List<Kept> current) {
        onPlaces(current).forEach(kept -> touched.add(kept.rule().id()));
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
                .deferred(() -> rules.current().map(this::due))
                .chain(due -> lookAt(due).onFailure().invoke(failure -> touch(due)))
                .subscribe()
                .with(any -> done(), this::failed);
    }

    private Uni<Void> lookAt(List<Kept> due) {
        return ledger.areas()
                .chain(areas -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(
                                kept -> evaluation.ofPlaces(kept.rule().id(), areas))
                        .invoke(told -> {
                            if (told) {
                                dispatch.wake();
                            }
                        })
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private synchronized void done() {
        busy = false;
    }

    private synchronized void failed(Throwable failure) {
        LOG.warnf("rules on places wait: %s", failure.getMessage());
        notBefore = System.nanoTime() + AFTER_FAILURE.toNanos();
        busy = false;
    }

    private synchronized List<Kept> due(List<Kept> current) {
        long now = System.nanoTime();
        List<Kept> onPlaces = onPlaces(current);
        touched.retainAll(onPlaces.stream().map(kept -> kept.rule().id()).toList());
        List<Kept> due = onPlaces.stream()
                .filter(kept -> touched.contains(kept.rule().id()))
                .filter(kept -> mayBeSeen(kept.rule().id(), now))
                .toList();
        due.forEach(kept -> {
            touched.remove(kept.rule().id());
            seen.put(kept.rule().id(), now);
        });
        return due;
    }

    private boolean mayBeSeen(String rule, long now) {
        Long before = seen.get(rule);
        return before == null || now - before >= every;
    }

    private static List<Kept> onPlaces(List<Kept> rules) {
        return rules.stream()
                .filter(kept -> kept.rule().condition() instanceof Condition.Rank)
                .toList();
    }
}
