package nl.buurtpuls.report.alert;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The areas to be looked at: where something changed, once nothing has for a while or has gone on changing for too long; and
 * those that are visited although nothing changed in them, as when a rule is written. The two go alternately, and the
 * municipalities where something changed take turns, so that nobody waits until another has loaded its years. Not for more
 * threads than one at a time.
 */
final class EvaluationQueue {

    private final long settle;
    private final long patience;
    private final UnaryOperator<String> placeOf;
    /** Where something changed, by place. The place whose turn comes first is the first, and none is empty. */
    private final Map<String, Map<String, Waiting>> changed = new LinkedHashMap<>();
    /** Those to be visited. An area is here or in {@link #changed}. */
    private final Set<String> visits = new LinkedHashSet<>();

    /** When something changed first and last, in nanoseconds of a clock that only goes on, and from which date on. */
    private record Waiting(long first, long last, LocalDate from) {

        Waiting and(Waiting other) {
            return new Waiting(
                    first - other.first < 0 ? first : other.first,
                    last - other.last > 0 ? last : other.last,
                    from.isBefore(other.from) ? from : other.from);
        }

        Waiting all() {
            return new Waiting(first, last, LocalDate.MIN);
        }
    }

    /**
     * An area to be looked at.
     *
     * @param from the first date whose figures may be others; {@link LocalDate#MIN} for all
     */
    record Due(String area, LocalDate from) {}

    /** @param placeOf the municipality that an area lies in, or what else takes turns as one */
    EvaluationQueue(Duration settle, Duration patience, UnaryOperator<String> placeOf) {
        this.settle = settle.toNanos();
        this.patience = patience.toNanos();
        this.placeOf = placeOf;
    }

    /** Something has changed in an area, in its figures from a date on. */
    void touch(String area, LocalDate from, long now) {
        change(area, new Waiting(now, now, from));
    }

    /** An area could not be looked at: it has its municipality's turn again from some moment on. */
    void again(Due due, long when) {
        change(due.area(), new Waiting(when - patience, when - settle, due.from()));
    }

    private void change(String area, Waiting waiting) {
        boolean wasToBeVisited = visits.remove(area);
        changed.computeIfAbsent(placeOf.apply(area), any -> new LinkedHashMap<>())
                .merge(area, wasToBeVisited ? waiting.all() : waiting, Waiting::and);
    }

    /**
     * Areas are to be looked at as wholes though nothing has changed in them, before those that wait for that already: somebody
     * has just written a rule, and waits for what it says. If something has changed in one, then with that.
     */
    void visit(Collection<String> areas) {
        List<String> others = List.copyOf(visits);
        visits.clear();
        areas.forEach(this::visit);
        visits.addAll(others);
    }

    private void visit(String area) {
        Map<String, Waiting> waiting = changed.get(placeOf.apply(area));
        if (waiting == null || waiting.computeIfPresent(area, (any, change) -> change.all()) == null) {
            visits.add(area);
        }
    }

    /**
     * Takes areas whose time has come, at most so many: one that changed, of each place in turn, then one to be visited.
     *
     * @param visiting whether areas may be visited now
     */
    List<Due> due(long now, int most, boolean visiting) {
        List<Due> due = new ArrayList<>();
        Deque<String> turns = new ArrayDeque<>(changed.keySet());
        Iterator<String> visited = visiting ? visits.iterator() : Collections.emptyIterator();
        boolean isMore = true;
        while (isMore && due.size() < most) {
            Optional<Due> next = nextChanged(turns, now);
            next.ifPresent(due::add);
            isMore = next.isPresent() || visited.hasNext();
            if (visited.hasNext() && due.size() < most) {
                due.add(new Due(visited.next(), LocalDate.MIN));
                visited.remove();
            }
        }
        return due;
    }

    /** Whether the time has come of an area where something changed. */
    boolean isDue(long now) {
        return changed.values().stream()
                .flatMap(place -> place.values().stream())
                .anyMatch(waiting -> isDue(waiting, now));
    }

    private Optional<Due> nextChanged(Deque<String> turns, long now) {
        Optional<Due> next = Optional.empty();
        while (next.isEmpty() && !turns.isEmpty()) {
            String place = turns.remove();
            next = take(place, now);
            next.ifPresent(any -> turns.add(place));
        }
        return next;
    }

    /** Of a place the one that changed first of those whose time has come; the place then is behind all others. */
    private Optional<Due> take(String place, long now) {
        Map<String, Waiting> waiting = changed.getOrDefault(place, Map.of());
        Optional<Due> next = waiting.entrySet().stream()
                .filter(area -> isDue(area.getValue(), now))
                .findFirst()
                .map(area -> new Due(area.getKey(), area.getValue().from()));
        next.ifPresent(due -> {
            waiting.remove(due.area());
            changed.remove(place);
            if (!waiting.isEmpty()) {
                changed.put(place, waiting);
            }
        });
        return next;
    }

    private boolean isDue(Waiting waiting, long now) {
        return now - waiting.last() >= settle || now - waiting.first() >= patience;
    }
}
