package nl.buurtpuls.report.snapshot;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.disclosure.ReleasedFigures;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.ledger.Needs;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.table.Csv;
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

    @GET
    @Operation(operationId = "readSnapshot", summary = "Every indicator of an area on a date, default today")
    public Uni<SnapshotView> snapshot(@PathParam("code") String code, @RestQuery @Nullable String date) {
        Area named = areas.named(code);
        LocalDate day = dates.orToday("date", date);
        return gate.open()
                .chain(release -> release.isExact() && day.equals(dates.today())
                        ? current(release, named, day)
                        : computed(release, named, day));
    }

    private Uni<SnapshotView> current(Release release, Area area, LocalDate day) {
        return current.of(area.code())
                .chain(view -> view != null && view.snapshot().date().equals(day)
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
