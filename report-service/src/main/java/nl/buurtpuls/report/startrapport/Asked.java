package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.indicator.Indicator;

/**
 * Which figures a report needs, gathered before any is read: the ledger sums sets of indicators of sets of areas in one
 * statement.
 */
final class Asked {

    private final Map<AreaOnDate, Set<Indicator>> figures = new LinkedHashMap<>();
    private final Set<Span> spans = new LinkedHashSet<>();

    private record AreaOnDate(String area, LocalDate date) {}

    /** An area between two dates. */
    record Span(String area, LocalDate from, LocalDate to) {}

    /**
     * Figures that are read together.
     *
     * @param areas codes
     * @param indicators of each of them
     */
    record Group(LocalDate date, Set<Indicator> indicators, List<String> areas) {}

    void figure(String area, Indicator indicator, LocalDate date) {
        figures.computeIfAbsent(new AreaOnDate(area, date), any -> new LinkedHashSet<>())
                .add(indicator);
    }

    void retention(String area, LocalDate from, LocalDate to) {
        spans.add(new Span(area, from, to));
    }

    Set<Span> spans() {
        return spans;
    }

    /** The figures, those of one date that several areas need alike together. */
    List<Group> groups() {
        Map<Map.Entry<LocalDate, Set<Indicator>>, Set<String>> areas = new LinkedHashMap<>();
        figures.forEach((at, indicators) -> areas.computeIfAbsent(
                        Map.entry(at.date(), indicators), any -> new LinkedHashSet<>())
                .add(at.area()));
        return areas.entrySet().stream()
                .map(group ->
                        new Group(group.getKey().getKey(), group.getKey().getValue(), List.copyOf(group.getValue())))
                .toList();
    }
}
