package nl.buurtpuls.report.snapshot;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.contract.snapshot.Snapshot;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.ledger.Needs;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.table.Csv;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Every indicator of an area on a date: today's as it last came, another's summed up from the ledger. */
@Path("/v1/areas/{code}/snapshot")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "figures", description = "Figures of areas, for any date")
public class SnapshotResource {

    private static final Needs NEEDS = Needs.of(Catalogue.indicators());

    private final Areas areas;
    private final Dates dates;
    private final CurrentSnapshots current;
    private final LedgerReader ledger;
    private final Gate gate;

    SnapshotResource(Areas areas, Dates dates, CurrentSnapshots current, LedgerReader ledger, Gate gate) {
        this.areas = areas;
        this.dates = dates;
        this.current = current;
        this.ledger = ledger;
        this.gate = gate;
    }

    /** A snapshot, an indicator a row where it is read as a table. */
    public record SnapshotView(@JsonUnwrapped Snapshot snapshot) implements Tabular {
        @Override
        public Table table() {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            snapshot.indicators()
                    .forEach((id, point) -> rows.add(Table.rowAndFigure(
                            point, snapshot.area(), snapshot.name(), snapshot.date(), id, unit(id))));
            return new Table(Table.columnsAndFigure("area", "name", "date", "indicator", "unit"), rows);
        }

        private static @Nullable String unit(String id) {
            return Catalogue.find(id)
                    .map(indicator -> indicator.definition().unit().code())
                    .orElse(null);
        }
    }

    @GET
    @Operation(operationId = "readSnapshot", summary = "Every indicator of an area on a date, default today")
    public Uni<SnapshotView> snapshot(@PathParam("code") String code, @RestQuery @Nullable String date) {
        return found(code, date).map(SnapshotView::new);
    }

    private Uni<Snapshot> found(String code, @Nullable String date) {
        Area named = areas.named(code);
        LocalDate day = dates.orToday("date", date);
        if (!day.equals(dates.today())) {
            return computed(named, day);
        }
        return current.of(code)
                .chain(snapshot -> snapshot != null && snapshot.date().equals(day)
                        ? Uni.createFrom().item(() -> published(snapshot))
                        : computed(named, day));
    }

    private Snapshot published(Snapshot snapshot) {
        Map<String, Point> points = new LinkedHashMap<>();
        snapshot.indicators().forEach((id, point) -> points.put(id, gate.publish(point)));
        return new Snapshot(
                snapshot.area(), snapshot.name(), snapshot.date(), snapshot.updatedAt(), snapshot.dataFrom(), points);
    }

    private Uni<Snapshot> computed(Area area, LocalDate day) {
        return ledger.figures(List.of(area.code()), NEEDS, day)
                .chain(figures -> ledger.dataFrom(area.code())
                        .map(dataFrom -> new Snapshot(
                                area.code(),
                                area.name(),
                                day,
                                null,
                                dataFrom.orElse(null),
                                points(area.level(), figures.get(area.code())))));
    }

    private Map<String, Point> points(Level level, Figures figures) {
        Map<String, Point> points = new LinkedHashMap<>();
        for (Indicator indicator : Catalogue.indicators()) {
            if (indicator.isAt(level)) {
                points.put(indicator.id(), gate.publish(indicator, figures));
            }
        }
        return points;
    }
}
