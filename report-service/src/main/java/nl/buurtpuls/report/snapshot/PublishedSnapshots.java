package nl.buurtpuls.report.snapshot;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.current.KeptPublished;
import nl.buurtpuls.report.current.Replacements;
import nl.buurtpuls.report.disclosure.Gate;
import org.jspecify.annotations.Nullable;

/** The snapshots that everybody may read, kept while nothing of their time is corrected. */
@ApplicationScoped
@Startup(Replacements.BEFORE_THOSE_WHO_READ)
class PublishedSnapshots {

    /** Each takes some 50 kB: half as objects, half as the JSON that goes out. */
    private static final int MOST_KEPT = 1000;

    private final LedgerSnapshots ledger;
    private final Gate gate;
    private final KeptPublished<Key, SnapshotView> kept;

    PublishedSnapshots(LedgerSnapshots ledger, Replacements replacements, Gate gate, AreaTable table) {
        this.ledger = ledger;
        this.gate = gate;
        this.kept = new KeptPublished<>(MOST_KEPT, replacements, table, PublishedSnapshots::lastDayOf);
    }

    private record Key(String area, LocalDate date) implements KeptPublished.Subject {}

    /** The published snapshot of an area for a date. */
    Uni<SnapshotView> of(Area area, LocalDate asked) {
        Key key = new Key(area.code(), gate.published().date(asked));
        return kept.getAll(
                        List.of(key),
                        any -> ledger.of(gate.published(), area, asked).map(view -> Map.of(key, view)))
                .map(views -> views.get(key));
    }

    /** The day of its figures, or the later one that data are from. */
    private static LocalDate lastDayOf(Key key, @Nullable SnapshotView view) {
        LocalDate dataFrom = view == null ? null : view.snapshot().dataFrom();
        if (dataFrom == null) {
            return LocalDate.MAX;
        }
        return dataFrom.isAfter(key.date()) ? dataFrom : key.date();
    }
}
