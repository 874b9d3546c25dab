package nl.buurtpuls.report.retention;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.table.Csv;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Of those who lived in an area on one date, how many live there on another. */
@Path("/v1/areas/{code}/retention")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "flows", description = "Who came, went and stayed")
public class RetentionResource {

    private final Areas areas;
    private final Dates dates;
    private final Gate gate;

    RetentionResource(Areas areas, Dates dates, Gate gate) {
        this.areas = areas;
        this.dates = dates;
        this.gate = gate;
    }

    @GET
    @Operation(
            operationId = "readRetention",
            summary = "Of those who lived in the area on one date, how many live there on another")
    public Uni<Retention> retention(
            @PathParam("code") String code, @RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        areas.municipalityAround(areas.named(code));
        LocalDate then = dates.required("from", from);
        LocalDate now = dates.orToday("to", to);
        dates.inOrder(then, now);
        return gate.open().chain(release -> Retention.read(release, code, then, now));
    }
}
