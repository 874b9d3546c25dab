package nl.buurtpuls.report.snapshot;

import io.smallrye.mutiny.Uni;
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
import nl.buurtpuls.report.problem.Dates;
import org.jspecify.annotations.Nullable;

/** Snapshots of areas, as one reader may have them: today's exact ones as they last came, others summed up from the ledger. */
@ApplicationScoped
public class Snapshots {

    private static final Needs NEEDS = Needs.of(Catalogue.indicators());

    private final Dates dates;
    private final CurrentSnapshots current;
    private final LedgerReader ledger;

    Snapshots(Dates dates, CurrentSnapshots current, LedgerReader ledger) {
        this.dates = dates;
        this.current = current;
        this.ledger = ledger;
    }

    /** The snapshot of an area on a date. */
    Uni<SnapshotView> on(Release release, Area area, LocalDate day) {
        return release.isExact() && day.equals(dates.today())
                ? orComputed(current.of(area.code()), release, area, day)
                : computed(release, area, day);
    }

    /** Today's, from the database itself: for who was told this moment that it was replaced. */
    public Uni<SnapshotView> newest(Release release, Area area) {
        LocalDate today = dates.today();
        return release.isExact()
                ? orComputed(current.newest(area.code()), release, area, today)
                : computed(release, area, today);
    }

    private Uni<SnapshotView> orComputed(
            Uni<@Nullable SnapshotView> current, Release release, Area area, LocalDate day) {
        return current.chain(view -> view != null && view.snapshot().date().equals(day)
                ? Uni.createFrom().item(view)
                : computed(release, area, day));
    }

    private Uni<SnapshotView> computed(Release release, Area area, LocalDate day) {
        return release.figures(List.of(area.code()), NEEDS, day)
                .chain(figures -> ledger.dataFrom(area.code())
                        .map(dataFrom -> new SnapshotView(new SnapshotView.Content(
                                area.code(),
                                area.name(),
                                release.date(day),
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
