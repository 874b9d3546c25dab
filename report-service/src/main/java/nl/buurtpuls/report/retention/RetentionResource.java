package nl.buurtpuls.report.retention;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.ledger.LedgerReader.Retained;
import nl.buurtpuls.report.problem.Dates;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Of those who lived in an area on one date, how many live there on another. */
@Path("/v1/areas/{code}/retention")
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {

    private final Areas areas;
    private final Dates dates;
    private final LedgerReader ledger;
    private final Gate gate;

    RetentionResource(Areas areas, Dates dates, LedgerReader ledger, Gate gate) {
        this.areas = areas;
        this.dates = dates;
        this.ledger = ledger;
        this.gate = gate;
    }

    /**
     * What became of the residents. A number is {@code null} where it is withheld to protect persons.
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
            @Nullable Number residents,
            @Nullable Number stayed,
            @Nullable Number moved,
            @Nullable Number died,
            @Nullable Number share) {}

    @GET
    @Operation(summary = "Of those who lived in the area on one date, how many live there on another")
    public Uni<Retention> retention(
            @PathParam("code") String code, @RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        areas.withFigures(code);
        LocalDate then = dates.required("from", from);
        LocalDate now = dates.orToday("to", to);
        dates.inOrder(then, now);
        return ledger.retained(code, then, now).map(retained -> view(code, then, now, retained));
    }

    private Retention view(String code, LocalDate from, LocalDate to, Retained retained) {
        long residents = retained.residents();
        long stayed = retained.stayed();
        Double share = residents == 0 ? null : Double.valueOf((double) stayed / residents);
        return new Retention(
                code,
                from,
                to,
                count(residents),
                count(stayed),
                count(residents - stayed - retained.died()),
                count(retained.died()),
                gate.publish(new Point(share, stayed, residents, false)).value());
    }

    private @Nullable Number count(long persons) {
        return gate.publish(new Point(persons, persons, null, false)).value();
    }
}
