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

    /**
     * The contents that an event has. Each register decides which of them counts under its key; first come those that count under
     * that of their own.
     */
    static List<Content> of(List<Copy> copies) {
        Map<Event, List<Copy>> byContent = new LinkedHashMap<>();
        copies.stream()
                .sorted(Comparator.comparing(Copy::published).thenComparingLong(Copy::offset))
                .forEach(copy -> byContent
                        .computeIfAbsent(copy.event(), any -> new ArrayList<>())
                        .add(copy));
        List<Content> contents = byContent.entrySet().stream()
                .map(entry -> new Content(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
        return contents.stream()
                .sorted(Comparator.comparing((Content content) -> !content.counts(contents))
                        .thenComparing(Content::event, FactOrder.PRECEDENCE))
                .toList();
    }

    /** Whether it is the one of these that counts, under the key of its own register if that was looked at. */
    boolean counts(List<Content> contents) {
        String own = event.data().municipality();
        return isUnder(own)
                ? countsUnder(own, contents)
                : copies.stream().anyMatch(copy -> countsUnder(copy.key(), contents));
    }

    private boolean isUnder(String key) {
        return copies.stream().anyMatch(copy -> key.equals(copy.key()));
    }

    private boolean countsUnder(String key, List<Content> contents) {
        return contents.stream()
                .filter(content -> content.isUnder(key))
                .min(Comparator.comparing(Content::event, FactOrder.precedence(key)))
                .filter(this::equals)
                .isPresent();
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
