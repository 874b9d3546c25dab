package nl.buurtpuls.report.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.buurtpuls.contract.snapshot.Snapshot;
import nl.buurtpuls.report.current.Kept;
import nl.buurtpuls.report.current.Replacements;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import org.jspecify.annotations.Nullable;

/**
 * The current snapshots, exact: for readers of exact figures alone. Hundreds of figures are much to read and write, so each
 * is kept until the database tells that it was replaced.
 */
@ApplicationScoped
class ExactSnapshots {

    /** Each takes some 50 kB: half as objects, half as the JSON that goes out. */
    private static final int MOST_KEPT = 2000;

    private final SnapshotStore store;
    private final Replacements replacements;
    private final Gate gate;
    private final ObjectMapper json;
    private final Kept<String, SnapshotView> kept = new Kept<>(MOST_KEPT);

    ExactSnapshots(SnapshotStore store, Replacements replacements, Gate gate, ObjectMapper json) {
        this.store = store;
        this.replacements = replacements;
        this.gate = gate;
        this.json = json;
        replacements.listen(new Replacements.Listener() {
            @Override
            public void replaced(String area) {
                kept.drop(area);
            }

            @Override
            public void resumed() {
                kept.dropAll();
            }
        });
    }

    /** The current snapshot of an area; {@code null} if none has come. */
    Uni<@Nullable SnapshotView> of(String area) {
        return replacements.areTold() ? kept.get(area, () -> read(area)) : read(area);
    }

    /** The current snapshot of an area from the database itself, for who is told that it was replaced. */
    Uni<@Nullable SnapshotView> newest(String area) {
        return read(area);
    }

    private Uni<@Nullable SnapshotView> read(String area) {
        return store.find(area).map(stored -> stored == null ? null : view(stored));
    }

    private SnapshotView view(StoredSnapshot stored) {
        try {
            return new SnapshotView(exactly(json.readValue(stored.body(), Snapshot.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored snapshot of " + stored.area() + " cannot be read", e);
        }
    }

    private SnapshotView.Content exactly(Snapshot snapshot) {
        Map<String, PublishedPoint> figures = new LinkedHashMap<>();
        snapshot.indicators()
                .forEach((id, point) -> figures.put(id, gate.withinTheService().computed(point)));
        return new SnapshotView.Content(
                snapshot.area(), snapshot.name(), snapshot.date(), snapshot.updatedAt(), snapshot.dataFrom(), figures);
    }
}
