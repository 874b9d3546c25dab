package nl.buurtpuls.report.current;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.ledger.Needs;

/** One indicator of many areas on a date, as it may be read: today's from the snapshots where those have come, others from the ledger. */
@ApplicationScoped
public class Points {

    private final CurrentFigures current;
    private final LedgerReader ledger;
    private final Gate gate;

    Points(CurrentFigures current, LedgerReader ledger, Gate gate) {
        this.current = current;
        this.ledger = ledger;
        this.gate = gate;
    }

    /** The figure of each of the areas. */
    public Uni<Map<String, Point>> of(Collection<String> areas, Indicator indicator, LocalDate date) {
        Map<String, Point> points = new HashMap<>();
        current.of(areas, indicator, date).forEach((area, point) -> points.put(area, gate.publish(point)));
        // Of an area without a snapshot not all is nothing: its part of the municipality is none of something.
        List<String> others =
                areas.stream().filter(area -> !points.containsKey(area)).toList();
        if (others.isEmpty()) {
            return Uni.createFrom().item(points);
        }
        return ledger.figures(others, Needs.of(List.of(indicator)), date).map(figures -> {
            figures.forEach((area, its) -> points.put(area, gate.publish(indicator, its)));
            return points;
        });
    }
}
