package nl.buurtpuls.report.segregation;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.table.Csv;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How unevenly recipients live over the buurten or wijken of an area. */
@Path("/v1/areas/{code}/segregation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "figures", description = "Figures of areas, for any date")
public class SegregationResource {

    private final Areas areas;
    private final Dates dates;
    private final Segregation segregation;
    private final Gate gate;

    SegregationResource(Areas areas, Dates dates, Segregation segregation, Gate gate) {
        this.areas = areas;
        this.dates = dates;
        this.segregation = segregation;
        this.gate = gate;
    }

    /**
     * The indices of recipients among adults.
     *
     * @param group scheme that the recipients have
     * @param unit level of the areas compared
     * @param indices by name, all there are; docs/segregation.md has their formulas
     */
    public record SegregationView(
            String area, String group, String unit, LocalDate date, Map<String, PublishedEstimate> indices)
            implements Tabular {
        @Override
        public Table table() {
            return new Table(
                    List.of(
                            "area",
                            "group",
                            "unit",
                            "date",
                            "index",
                            "value",
                            "corrected",
                            "low",
                            "high",
                            "suppressed"),
                    indices.entrySet().stream()
                            .map(each -> row(each.getKey(), each.getValue()))
                            .toList());
        }

        private List<@Nullable Object> row(String index, PublishedEstimate estimate) {
            return Table.row(
                    area,
                    group,
                    unit,
                    date,
                    index,
                    estimate.value().value(),
                    estimate.corrected().value(),
                    estimate.low().value(),
                    estimate.high().value(),
                    estimate.suppressed());
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(
            operationId = "readSegregation",
            summary = "How unevenly recipients live over the buurten or wijken of an area: all indices, with intervals")
    public Uni<SegregationView> segregation(
            @PathParam("code") String code,
            @RestQuery @DefaultValue("social-assistance") String group,
            @RestQuery @DefaultValue("buurt") String unit,
            @RestQuery @Nullable String date) {
        Spread spread = Spread.parse(areas, code, unit, group);
        LocalDate day = dates.orToday("date", date);
        return gate.open()
                .chain(release -> segregation
                        .of(spread, day, release)
                        .map(indices -> new SegregationView(
                                code,
                                spread.group().code(),
                                spread.unit().code(),
                                release.date(day),
                                PublishedEstimate.byName(Index::code, indices))));
    }

    /**
     * Why mutual information changed between two dates.
     *
     * @param group scheme that the recipients have
     * @param unit level of the areas compared
     * @param ofGroup the terms of recipients and other adults, by name
     * @param ofSchemes the terms of the adults by the first of their schemes, or none, by name
     */
    public record ChangeView(
            String area,
            String group,
            String unit,
            LocalDate from,
            LocalDate to,
            Map<String, PublishedEstimate> ofGroup,
            Map<String, PublishedEstimate> ofSchemes) {}

    @GET
    @Path("change")
    @Operation(
            operationId = "readSegregationChange",
            summary =
                    "Why the mutual information of recipients and buurten or wijken changed between two dates: by groups"
                            + " and units that grew, shrank, came or went, and by who lives where")
    public Uni<ChangeView> change(
            @PathParam("code") String code,
            @RestQuery @DefaultValue("social-assistance") String group,
            @RestQuery @DefaultValue("buurt") String unit,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to) {
        Spread spread = Spread.parse(areas, code, unit, group);
        LocalDate first = dates.required("from", from);
        LocalDate second = dates.orToday("to", to);
        dates.inOrder(first, second);
        return gate.open()
                .chain(release -> segregation
                        .changes(spread, first, second, release)
                        .map(changes -> new ChangeView(
                                code,
                                spread.group().code(),
                                spread.unit().code(),
                                release.date(first),
                                release.date(second),
                                PublishedEstimate.byName(Term::code, changes.ofGroup()),
                                PublishedEstimate.byName(Term::code, changes.ofSchemes()))));
    }
}
