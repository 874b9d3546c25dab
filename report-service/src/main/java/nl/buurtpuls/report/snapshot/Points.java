package nl.buurtpuls.report.snapshot;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.ledger.AreaHistory;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.ledger.Needs;

/** One indicator of many areas on a date, as it may be read: today's from the snapshots, another's from the ledger. */
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
        return current.of(areas, indicator, date)
                .map(known -> Uni.createFrom().item(complete(known, areas, indicator, date)))
                .orElseGet(() -> ledger.figures(areas, Needs.of(List.of(indicator)), date)
                        .map(figures -> published(figures, indicator)));
    }

    private Map<String, Point> complete(
            Map<String, Point> known, Collection<String> areas, Indicator indicator, LocalDate date) {
        Point ofNothing = indicator.of(AreaHistory.ofNothing(date));
        Map<String, Point> points = new HashMap<>();
        areas.forEach(area -> points.put(area, gate.publish(known.getOrDefault(area, ofNothing))));
        return points;
    }

    private Map<String, Point> published(Map<String, Figures> figures, Indicator indicator) {
        Map<String, Point> points = new HashMap<>();
        figures.forEach((area, its) -> points.put(area, gate.publish(indicator, its)));
        return points;
    }
}
