package nl.buurtpuls.report.retention;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.area.Areas.WithFigures;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.problem.Dates;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Of those who lived in an area on one date, how many live there on another. */
@Path("/v1/areas/{code}/retention")
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {

    private static final Series POPULATION = Series.of(Measure.POPULATION);

    private final Areas areas;
    private final Dates dates;
    private final LedgerReader ledger;

    RetentionResource(Areas areas, Dates dates, LedgerReader ledger) {
        this.areas = areas;
        this.dates = dates;
        this.ledger = ledger;
    }

    /**
     * What became of the residents.
     *
     * @param residents lived in the area on {@code from}
     * @param stayed of them, live there on {@code to}, wherever between
     * @param moved the rest: neither there nor dead
     * @param died dead by {@code to}
     * @param share stayed of residents; {@code null} if there were none
     */
    public record Retention(
            String area,
            LocalDate from,
            LocalDate to,
            long residents,
            long stayed,
            long moved,
            long died,
            @Nullable Double share) {}

    @GET
    @Operation(summary = "Of those who lived in the area on one date, how many live there on another")
    public Uni<Retention> retention(
            @PathParam("code") String code, @RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        WithFigures named = areas.withFigures(code);
        LocalDate then = dates.required("from", from);
        LocalDate now = dates.orToday("to", to);
        dates.inOrder(then, now);
        return ledger.figures(Map.of(code, named.municipality()), Set.of(POPULATION), then)
                .map(figures -> figures.get(code).total(POPULATION, Anchor.DATE))
                .chain(residents -> ledger.plane(code, Measure.RETENTION_STAYED, then, now)
                        .chain(stayed -> ledger.plane(code, Measure.RETENTION_DIED, then, now)
                                .map(died -> of(code, then, now, residents, stayed, died))));
    }

    private static Retention of(String code, LocalDate from, LocalDate to, long residents, long stayed, long died) {
        return new Retention(
                code,
                from,
                to,
                residents,
                stayed,
                residents - stayed - died,
                died,
                residents == 0 ? null : (double) stayed / residents);
    }
}
