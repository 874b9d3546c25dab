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
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.disclosure.PublishedNumber;
import nl.buurtpuls.report.disclosure.PublishedRetention;
import nl.buurtpuls.report.disclosure.Release;
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
    private final Gate gate;

    RetentionResource(Areas areas, Dates dates, Gate gate) {
        this.areas = areas;
        this.dates = dates;
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
            PublishedNumber residents,
            PublishedNumber stayed,
            PublishedNumber moved,
            PublishedNumber died,
            PublishedNumber share,
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
                    List.of(Table.row(
                            area,
                            from,
                            to,
                            residents.value(),
                            stayed.value(),
                            moved.value(),
                            died.value(),
                            share.value(),
                            suppressed)));
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
        return gate.open().chain(release -> retention(release, code, then, now));
    }

    /** The same, for whom there is a release already. */
    public Uni<Retention> retention(Release release, String code, LocalDate from, LocalDate to) {
        return release.retention(code, from, to)
                .map(retained -> view(code, release.date(from), release.date(to), retained));
    }

    private static Retention view(String code, LocalDate from, LocalDate to, PublishedRetention retained) {
        return new Retention(
                code,
                from,
                to,
                retained.residents(),
                retained.stayed(),
                retained.moved(),
                retained.died(),
                retained.share(),
                Stream.of(retained.residents(), retained.stayed(), retained.moved(), retained.died(), retained.share())
                        .anyMatch(PublishedNumber::isSuppressed));
    }
}
