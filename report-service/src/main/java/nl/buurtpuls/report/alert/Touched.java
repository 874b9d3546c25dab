package nl.buurtpuls.report.alert;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The areas to be looked at: where something changed, once nothing has for a while or has gone on changing for too long.
 * Municipalities take turns, so that nobody waits until another has loaded its years; and what is looked at although nothing
 * changed in it, as all is when a rule is written, has one turn like a municipality. Not for more threads than one at a time.
 */
final class Touched {

    /** In the place of a municipality. */
    private static final String VISITS = "visits";

    private final long settle;
    private final long patience;
    private final UnaryOperator<String> placeOf;
    /** Areas by place; the place whose turn comes first is the first, and none is empty. */
    private final Map<String, Map<String, Waiting>> places = new LinkedHashMap<>();

    /** When something changed first and last, in nanoseconds of a clock that only goes on, and from which date on. */
    private record Waiting(long first, long last, LocalDate from) {

        Waiting and(Waiting later) {
            return new Waiting(first, later.last, from.isBefore(later.from) ? from : later.from);
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
    Touched(Duration settle, Duration patience, UnaryOperator<String> placeOf) {
        this.settle = settle.toNanos();
        this.patience = patience.toNanos();
        this.placeOf = placeOf;
    }

    /** Something has changed in an area, in its figures from a date on. */
    void touch(String area, LocalDate from, long now) {
        boolean visited = take(VISITS, area).isPresent();
        in(placeOf.apply(area)).merge(area, new Waiting(now, now, visited ? LocalDate.MIN : from), Waiting::and);
    }

    /** An area is to be looked at as a whole at some moment, though nothing has changed in it; if something has, then with that. */
    void visit(String area, long when) {
        Map<String, Waiting> touched = places.getOrDefault(placeOf.apply(area), Map.of());
        if (touched.containsKey(area)) {
            touched.computeIfPresent(area, (any, waiting) -> waiting.all());
        } else {
            in(VISITS).putIfAbsent(area, new Waiting(when, when - settle, LocalDate.MIN));
        }
    }

    /** Takes areas whose time has come, at most so many: one of each place in turn, of a place the one touched first. */
    List<Due> due(long now, int most) {
        List<Due> due = new ArrayList<>();
        Deque<String> turns = new ArrayDeque<>(places.keySet());
        while (due.size() < most && !turns.isEmpty()) {
            String place = turns.remove();
            next(place, now).ifPresent(area -> {
                due.add(area);
                turns.add(place);
            });
        }
        return due;
    }

    private Optional<Due> next(String place, long now) {
        return places.getOrDefault(place, Map.of()).entrySet().stream()
                .filter(area -> isDue(area.getValue(), now))
                .findFirst()
                .map(Map.Entry::getKey)
                .flatMap(area -> take(place, area).map(waiting -> new Due(area, waiting.from())));
    }

    private boolean isDue(Waiting waiting, long now) {
        return now - waiting.last() >= settle || now - waiting.first() >= patience;
    }

    private Map<String, Waiting> in(String place) {
        return places.computeIfAbsent(place, any -> new LinkedHashMap<>());
    }

    /** Takes an area out, if it is there; its place then is behind all others. */
    private Optional<Waiting> take(String place, String area) {
        Map<String, Waiting> areas = places.getOrDefault(place, Map.of());
        if (!areas.containsKey(area)) {
            return Optional.empty();
        }
        Waiting waiting = areas.remove(area);
        places.remove(place);
        if (!areas.isEmpty()) {
            places.put(place, areas);
        }
        return Optional.of(waiting);
    }
}
