package nl.buurtpuls.report.retention;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.ledger.LedgerReader.Retained;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.table.Csv;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
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
     * @param suppressed whether one of the numbers is withheld
     */
    public record Retention(
            String area,
            LocalDate from,
            LocalDate to,
            @Nullable Number residents,
            @Nullable Number stayed,
            @Nullable Number moved,
            @Nullable Number died,
            @Nullable Number share,
            boolean suppressed)
            implements Tabular {
        @Override
        public Table table() {
            String persons = Unit.PERSONS.code();
            return new Table(
                    List.of(
                            "area",
                            "from",
                            "to",
                            Table.in("residents", persons),
                            Table.in("stayed", persons),
                            Table.in("moved", persons),
                            Table.in("died", persons),
                            Table.in("share", Unit.SHARE.code()),
                            "suppressed"),
                    List.of(Table.row(area, from, to, residents, stayed, moved, died, share, suppressed)));
        }
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
        return ledger.retained(code, then, now).map(retained -> view(code, then, now, retained));
    }

    private Retention view(String code, LocalDate from, LocalDate to, Retained retained) {
        Point residents = count(retained.residents());
        Point stayed = count(retained.stayed());
        Point died = count(retained.died());
        Point moved = count(retained.residents() - retained.stayed() - retained.died());
        Point share = share(retained);
        return new Retention(
                code,
                from,
                to,
                residents.value(),
                stayed.value(),
                moved.value(),
                died.value(),
                share.value(),
                Stream.of(residents, stayed, moved, died, share).anyMatch(Point::suppressed));
    }

    private Point count(long persons) {
        return gate.publish(new Point(persons, persons, null, false));
    }

    private Point share(Retained retained) {
        long residents = retained.residents();
        Double share = residents == 0 ? null : Double.valueOf((double) retained.stayed() / residents);
        return gate.publish(new Point(share, retained.stayed(), residents, false));
    }
}
