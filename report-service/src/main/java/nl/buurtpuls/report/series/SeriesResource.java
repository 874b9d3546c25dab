package nl.buurtpuls.report.series;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.indicator.Indicators;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.problem.ProblemException;
import nl.buurtpuls.report.table.Csv;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One indicator of an area over time. */
@Path("/v1/areas/{code}/indicators/{id}/series")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "figures", description = "Figures of areas, for any date")
public class SeriesResource {

    /** Ten thousand days are 27 years. */
    private static final int MOST_POINTS = 10_000;

    private final Areas areas;
    private final Dates dates;
    private final Gate gate;

    SeriesResource(Areas areas, Dates dates, Gate gate) {
        this.areas = areas;
        this.dates = dates;
        this.gate = gate;
    }

    @GET
    @Operation(operationId = "readSeries", summary = "An indicator of an area over time, by day, month or year")
    public Uni<SeriesView> series(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @DefaultValue("month") String step) {
        Area area = areas.named(code);
        Indicator indicator = Indicators.named(id);
        LocalDate last = dates.orToday("to", to);
        LocalDate first = from == null ? last.minusYears(1) : dates.required("from", from);
        dates.inOrder(first, last);
        List<LocalDate> days =
                Step.of(step).orElseThrow(() -> unknownStep(step)).dates(first, last, MOST_POINTS + 1);
        if (days.size() > MOST_POINTS) {
            throw ProblemException.invalid(
                    "step",
                    "too-many-points",
                    "A series has at most " + MOST_POINTS + " points: ask for a longer step or a shorter span.");
        }
        Indicators.requireAt("id", indicator, area.level());
        return gate.open().chain(release -> SeriesReader.read(release, code, indicator, days));
    }

    private static ProblemException unknownStep(String step) {
        return ProblemException.invalid("step", "not-one-of", "Expected day, month or year, got '" + step + "'.");
    }
}
