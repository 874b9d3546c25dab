package nl.buurtpuls.report.snapshot;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.problem.Dates;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots of areas as one reader may have them: published ones and today's exact ones as they are kept, others summed up
 * from the ledger.
 */
@ApplicationScoped
public class Snapshots {

    private final Dates dates;
    private final PublishedSnapshots published;
    private final ExactSnapshots exact;
    private final LedgerSnapshots ledger;

    Snapshots(Dates dates, PublishedSnapshots published, ExactSnapshots exact, LedgerSnapshots ledger) {
        this.dates = dates;
        this.published = published;
        this.exact = exact;
        this.ledger = ledger;
    }

    /** The snapshot of an area for a date. */
    Uni<SnapshotView> on(Release release, Area area, LocalDate day) {
        if (!release.isExact()) {
            return published.of(area, day);
        }
        return day.equals(dates.today())
                ? orSummedUp(exact.of(area.code()), release, area, day)
                : ledger.of(release, area, day);
    }

    /** Today's as it is now, for who was told this moment that it was replaced. */
    public Uni<SnapshotView> newest(Release release, Area area) {
        LocalDate today = dates.today();
        return release.isExact()
                ? orSummedUp(exact.newest(area.code()), release, area, today)
                : published.of(area, today);
    }

    private Uni<SnapshotView> orSummedUp(Uni<@Nullable SnapshotView> kept, Release release, Area area, LocalDate day) {
        return kept.chain(view -> view != null && view.snapshot().date().equals(day)
                ? Uni.createFrom().item(view)
                : ledger.of(release, area, day));
    }
}
