package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;

/** Alerts as everybody may read them, for who passes them on. What exact figures decided is not among them. */
@ApplicationScoped
public class AlertFeed {

    private final AlertStore store;
    private final AreaTable table;
    private final ObjectMapper json;

    AlertFeed(AlertStore store, AreaTable table, ObjectMapper json) {
        this.store = store;
        this.table = table;
        this.json = json;
    }

    /**
     * An alert.
     *
     * @param area code
     * @param json as {@code GET /v1/alerts} has it
     */
    public record Item(String id, String area, String json) {}

    /** The alert as it is now; empty if not everybody may read it. */
    public Uni<Optional<Item>> find(String id) {
        return store.find(id, false).map(found -> found.map(this::item));
    }

    /** All that are not over, and those that have changed since; what changed last comes last. */
    public Uni<List<Item>> openOrChangedSince(Instant moment) {
        return store.openOrChangedSince(moment)
                .map(all -> all.stream().map(this::item).toList());
    }

    private Item item(Alert alert) {
        String name = table.find(alert.area()).map(Area::name).orElse(alert.area());
        try {
            return new Item(alert.id(), alert.area(), json.writeValueAsString(AlertView.of(alert, name)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an alert cannot be written", e);
        }
    }
}
