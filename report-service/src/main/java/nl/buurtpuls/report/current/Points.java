package nl.buurtpuls.report.current;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.ledger.Needs;

/**
 * One indicator of many areas on a date, as it may be read. Exact figures of today come from the snapshots where there are
 * some, others from the ledger; those that everybody may read are kept.
 */
@ApplicationScoped
public class Points {

    private final CurrentFigures current;
    private final PublishedPoints published;

    Points(CurrentFigures current, PublishedPoints published) {
        this.current = current;
        this.published = published;
    }

    /** The figure of each of the areas. */
    public Uni<Map<String, PublishedPoint>> of(
            Release release, Collection<String> areas, Indicator indicator, LocalDate date) {
        if (!release.isExact()) {
            return published.of(areas, indicator, date);
        }
        Map<String, PublishedPoint> points = new HashMap<>();
        current.of(areas, indicator, date).forEach((area, point) -> points.put(area, release.computed(point)));
        // Of an area without a snapshot not all is nothing: its part of the municipality is none of something.
        List<String> others =
                areas.stream().filter(area -> !points.containsKey(area)).toList();
        if (others.isEmpty()) {
            return Uni.createFrom().item(points);
        }
        return release.figures(others, Needs.of(List.of(indicator)), date).map(figures -> {
            figures.forEach((area, its) -> points.put(area, its.read(indicator)));
            return points;
        });
    }
}
