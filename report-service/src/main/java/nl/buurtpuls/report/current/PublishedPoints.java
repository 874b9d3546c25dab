package nl.buurtpuls.report.current;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.ledger.Needs;

/**
 * One indicator of many areas on a date, as everybody may read it. A map of the country is kept by municipality, so that a
 * correction in one has that one alone read anew.
 */
@ApplicationScoped
@Startup(Replacements.BEFORE_THOSE_WHO_READ)
class PublishedPoints {

    /** Maps of a municipality; the country's is 345 of them, some 2 MB. */
    private static final int MOST_KEPT = 5000;

    private final Gate gate;
    private final AreaTable table;
    private final KeptPublished<Key, Map<String, PublishedPoint>> kept;

    PublishedPoints(Gate gate, AreaTable table, Replacements replacements) {
        this.gate = gate;
        this.table = table;
        this.kept = new KeptPublished<>(MOST_KEPT, replacements, table, (key, points) -> key.date());
    }

    /** An indicator on a date of areas in one place. */
    private record Key(String area, String indicator, LocalDate date, List<String> areas)
            implements KeptPublished.Subject {}

    /** The figure of each of the areas. */
    Uni<Map<String, PublishedPoint>> of(Collection<String> areas, Indicator indicator, LocalDate asked) {
        LocalDate date = gate.published().date(asked);
        Map<String, List<String>> places = new LinkedHashMap<>();
        areas.forEach(area -> places.computeIfAbsent(table.placeOf(area), any -> new ArrayList<>())
                .add(area));
        List<Key> keys = places.entrySet().stream()
                .map(place -> new Key(place.getKey(), indicator.id(), date, List.copyOf(place.getValue())))
                .toList();
        return kept.getAll(keys, missing -> read(missing, indicator, date)).map(PublishedPoints::together);
    }

    private Uni<Map<Key, Map<String, PublishedPoint>>> read(Set<Key> missing, Indicator indicator, LocalDate date) {
        List<String> areas =
                missing.stream().flatMap(key -> key.areas().stream()).toList();
        return gate.published()
                .figures(areas, Needs.of(List.of(indicator)), date)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(figures -> {
                    Map<Key, Map<String, PublishedPoint>> read = new HashMap<>();
                    for (Key key : missing) {
                        Map<String, PublishedPoint> points = new HashMap<>();
                        key.areas()
                                .forEach(area ->
                                        points.put(area, figures.get(area).read(indicator)));
                        read.put(key, points);
                    }
                    return read;
                });
    }

    private static Map<String, PublishedPoint> together(Map<Key, Map<String, PublishedPoint>> places) {
        Map<String, PublishedPoint> points = new HashMap<>();
        places.values().forEach(points::putAll);
        return points;
    }
}
