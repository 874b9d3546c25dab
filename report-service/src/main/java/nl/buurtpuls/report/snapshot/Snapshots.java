package nl.buurtpuls.report.snapshot;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.problem.Dates;
import org.jspecify.annotations.Nullable;

/** Snapshots of areas as one reader may have them: today's exact ones as they last came, others summed up from the ledger. */
@ApplicationScoped
public class Snapshots {

    private final Dates dates;
    private final CurrentSnapshots current;
    private final ExactSnapshots exact;

    Snapshots(Dates dates, CurrentSnapshots current, ExactSnapshots exact) {
        this.dates = dates;
        this.current = current;
        this.exact = exact;
    }

    /** The snapshot of an area for a date. */
    Uni<SnapshotView> on(Release release, Area area, LocalDate day) {
        if (!release.isExact()) {
            return current.published(area, day);
        }
        return day.equals(dates.today())
                ? orSummedUp(exact.of(area.code()), release, area, day)
                : current.summedUp(release, area, day);
    }

    /** Today's from the database itself, for who was told this moment that it was replaced. */
    public Uni<SnapshotView> newest(Release release, Area area) {
        LocalDate today = dates.today();
        return release.isExact()
                ? orSummedUp(exact.newest(area.code()), release, area, today)
                : current.published(area, today);
    }

    private Uni<SnapshotView> orSummedUp(Uni<@Nullable SnapshotView> kept, Release release, Area area, LocalDate day) {
        return kept.chain(view -> view != null && view.snapshot().date().equals(day)
                ? Uni.createFrom().item(view)
                : current.summedUp(release, area, day));
    }
}
