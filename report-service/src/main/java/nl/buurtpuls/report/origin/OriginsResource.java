package nl.buurtpuls.report.origin;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
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

/** Where those came from who arrived in an area from outside its municipality. */
@Path("/v1/areas/{code}/origins")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "flows", description = "Who came, went and stayed")
public class OriginsResource {

    private final Areas areas;
    private final OriginsReader origins;
    private final Dates dates;
    private final Gate gate;

    OriginsResource(Areas areas, OriginsReader origins, Dates dates, Gate gate) {
        this.areas = areas;
        this.origins = origins;
        this.dates = dates;
        this.gate = gate;
    }

    @GET
    @Operation(
            operationId = "readOrigins",
            summary = "Where those came from who arrived in an area",
            description = "Moves after from (default a year before to), up to and with to (default today): of arrivals,"
                    + " adult-arrivals, or social-assistance: adults who had it on arrival or within 31 days.")
    public Uni<Origins> origins(
            @PathParam("code") String code,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @DefaultValue("arrivals") String of) {
        areas.municipalityAround(areas.named(code));
        Arrivals arrivals = Arrivals.parse(of);
        LocalDate last = dates.orToday("to", to);
        LocalDate first = from == null ? last.minusYears(1) : dates.required("from", from);
        dates.inOrder(first, last);
        return gate.open().chain(release -> origins.read(release, code, arrivals, first, last));
    }
}
