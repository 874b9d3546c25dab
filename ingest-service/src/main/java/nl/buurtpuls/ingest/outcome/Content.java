package nl.buurtpuls.ingest.outcome;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.FactOrder;

/**
 * One content of an event, which may have been sent again and again.
 *
 * @param copies in order of publication; a move has one under each of its two keys
 */
record Content(Event event, List<Copy> copies) {

    /** The contents that an event has, the one that counts first. */
    static List<Content> of(List<Copy> copies) {
        Map<Event, List<Copy>> byContent = new LinkedHashMap<>();
        copies.stream()
                .sorted(Comparator.comparing(Copy::published).thenComparingLong(Copy::offset))
                .forEach(copy -> byContent
                        .computeIfAbsent(copy.event(), any -> new ArrayList<>())
                        .add(copy));
        return byContent.entrySet().stream()
                .map(entry -> new Content(entry.getKey(), List.copyOf(entry.getValue())))
                .sorted(Comparator.comparing(Content::event, FactOrder.PRECEDENCE))
                .toList();
    }

    Copy first() {
        return copies.get(0);
    }

    /** How often it was sent: as often as it is under one of its keys. */
    int sent() {
        return copies.stream()
                .collect(Collectors.groupingBy(Copy::key, Collectors.summingInt(any -> 1)))
                .values()
                .stream()
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    /**
     * Whether it is in the figures, under each of its keys.
     *
     * @param applied of each partition the first offset that is not
     */
    boolean isApplied(Map<Integer, Long> applied) {
        return copies.stream().collect(Collectors.groupingBy(Copy::key)).values().stream()
                .allMatch(ofKey ->
                        ofKey.stream().anyMatch(copy -> copy.offset() < applied.getOrDefault(copy.partition(), 0L)));
    }
}
