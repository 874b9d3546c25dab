package nl.buurtpuls.report.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.disclosure.ReleasedFigures;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.ledger.Needs;

/**
 * Snapshots as they may be read, summed up from the ledger. Hundreds of figures are much to sum up and write, and those that
 * are published change once a month or when the past is corrected, so each is kept for as long as nothing is written.
 */
@ApplicationScoped
class CurrentSnapshots {

    private static final Needs NEEDS = Needs.of(Catalogue.indicators());

    /** Some 80 kB each. */
    private static final int MOST_KEPT = 1000;

    private final LedgerReader ledger;
    private final Gate gate;
    private final Cache<Key, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    CurrentSnapshots(LedgerReader ledger, Gate gate) {
        this.ledger = ledger;
        this.gate = gate;
    }

    private record Key(String area, LocalDate date) {}

    private record Kept(String state, SnapshotView view) {}

    /** The published snapshot of an area for a date. */
    Uni<SnapshotView> published(Area area, LocalDate asked) {
        Key key = new Key(area.code(), gate.published().date(asked));
        // The state is asked for first: what is written meanwhile makes it another, never an old one that seems new.
        return ledger.state().chain(state -> {
            Kept known = kept.getIfPresent(key);
            return known != null && known.state().equals(state)
                    ? Uni.createFrom().item(known.view())
                    : summedUp(gate.published(), area, asked).invoke(view -> kept.put(key, new Kept(state, view)));
        });
    }

    /** The snapshot of an area for a date as a reader may have it. */
    Uni<SnapshotView> summedUp(Release release, Area area, LocalDate asked) {
        return release.figures(List.of(area.code()), NEEDS, asked)
                .chain(figures -> ledger.dataFrom(area.code())
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
