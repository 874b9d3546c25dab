package nl.buurtpuls.report.snapshot;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.current.Replacements;
import nl.buurtpuls.report.disclosure.Gate;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots that everybody may read. They are of the first of a month, so of all that comes only corrections of the time
 * before change them: each is kept until the database tells of cells of that time.
 */
@ApplicationScoped
@Startup(PublishedSnapshots.BEFORE_THOSE_WHO_READ)
class PublishedSnapshots {

    /** So that what is outdated is dropped before anybody else is told that it is. */
    static final int BEFORE_THOSE_WHO_READ = 1;

    private static final int MOST_KEPT = 1000;

    private final LedgerSnapshots ledger;
    private final Replacements replacements;
    private final Gate gate;
    private final AreaTable table;
    private final KeptSnapshots<Key> kept = new KeptSnapshots<>(MOST_KEPT);

    PublishedSnapshots(LedgerSnapshots ledger, Replacements replacements, Gate gate, AreaTable table) {
        this.ledger = ledger;
        this.replacements = replacements;
        this.gate = gate;
        this.table = table;
        replacements.listen(new Replacements.Listener() {
            @Override
            public void replaced(String area) {
                // What is published is summed up from the ledger.
            }

            @Override
            public void recounted(String area, LocalDate from) {
                kept.dropIf((key, view) -> !from.isAfter(lastDayOf(key, view)) && table.followsFrom(key.area(), area));
            }

            @Override
            public void resumed() {
                kept.dropAll();
            }
        });
    }

    private record Key(String area, LocalDate date) {}

    /** The published snapshot of an area for a date. */
    Uni<SnapshotView> of(Area area, LocalDate asked) {
        if (!replacements.areTold()) {
            return ledger.of(gate.published(), area, asked);
        }
        Key key = new Key(area.code(), gate.published().date(asked));
        return kept.get(key, () -> ledger.of(gate.published(), area, asked));
    }

    /** The last day whose cells a snapshot hangs on: that of its figures, or the later one that data are from. */
    private static LocalDate lastDayOf(Key key, @Nullable SnapshotView view) {
        LocalDate dataFrom = view == null ? null : view.snapshot().dataFrom();
        if (dataFrom == null) {
            return LocalDate.MAX;
        }
        return dataFrom.isAfter(key.date()) ? dataFrom : key.date();
    }
}
