package nl.buurtpuls.report.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.buurtpuls.contract.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The current snapshots, read once each: a dashboard asks for one many times a second, and hundreds of figures are much to
 * read. The database says which is current, so several instances of this service agree.
 */
@ApplicationScoped
class CurrentSnapshots {

    private final SnapshotStore store;
    private final ObjectMapper json;
    /** One an area at most. */
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    CurrentSnapshots(SnapshotStore store, ObjectMapper json) {
        this.store = store;
        this.json = json;
    }

    private record Read(long version, Snapshot snapshot) {}

    /** The current snapshot of an area; {@code null} if none has come. */
    Uni<@Nullable Snapshot> of(String area) {
        return store.version(area).chain(version -> {
            Read known = read.get(area);
            if (version == null || (known != null && known.version() == version)) {
                return Uni.createFrom().item(version == null ? null : known.snapshot());
            }
            return store.find(area).map(stored -> stored == null ? null : keep(stored));
        });
    }

    private Snapshot keep(StoredSnapshot stored) {
        try {
            Snapshot snapshot = json.readValue(stored.body(), Snapshot.class);
            read.put(stored.area(), new Read(stored.version(), snapshot));
            return snapshot;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored snapshot of " + stored.area() + " cannot be read", e);
        }
    }
}
