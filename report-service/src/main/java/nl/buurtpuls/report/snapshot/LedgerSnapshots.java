package nl.buurtpuls.report.snapshot;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.disclosure.ReleasedFigures;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.ledger.Needs;

/** Snapshots summed up from the ledger, which takes tens of milliseconds: hundreds of figures are much to sum up. */
@ApplicationScoped
class LedgerSnapshots {

    private static final Needs NEEDS = Needs.of(Catalogue.indicators());

    private final LedgerReader ledger;

    LedgerSnapshots(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** The snapshot of an area for a date as a reader may have it. */
    Uni<SnapshotView> of(Release release, Area area, LocalDate asked) {
        return release.figures(List.of(area.code()), NEEDS, asked)
                .chain(figures -> ledger.dataFrom(area.code())
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(dataFrom -> new SnapshotView(new SnapshotView.Content(
                                area.code(),
                                area.name(),
                                release.date(asked),
                                null,
                                dataFrom.orElse(null),
                                points(area.level(), figures.get(area.code()))))));
    }

    private static Map<String, PublishedPoint> points(Level level, ReleasedFigures figures) {
        Map<String, PublishedPoint> points = new LinkedHashMap<>();
        for (Indicator indicator : Catalogue.indicators()) {
            if (indicator.isAt(level)) {
                points.put(indicator.id(), figures.read(indicator));
            }
        }
        return points;
    }
}
