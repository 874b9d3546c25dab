package nl.buurtpuls.report.snapshot;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.table.Csv;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Every indicator of an area on a date. */
@Path("/v1/areas/{code}/snapshot")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "figures", description = "Figures of areas, for any date")
public class SnapshotResource {

    private final Areas areas;
    private final Dates dates;
    private final Snapshots snapshots;
    private final Gate gate;

    SnapshotResource(Areas areas, Dates dates, Snapshots snapshots, Gate gate) {
        this.areas = areas;
        this.dates = dates;
        this.snapshots = snapshots;
        this.gate = gate;
    }

    @GET
    @Operation(
            operationId = "readSnapshot",
            summary = "Every indicator of an area on a date, default today",
            description =
                    "Published figures are those of the first of the month of the date, as `date` says; readers of"
                            + " exact figures get those of the day.")
    public Uni<SnapshotView> snapshot(@PathParam("code") String code, @RestQuery @Nullable String date) {
        Area named = areas.named(code);
        LocalDate day = dates.orToday("date", date);
        return gate.open().chain(release -> snapshots.on(release, named, day));
    }
}
