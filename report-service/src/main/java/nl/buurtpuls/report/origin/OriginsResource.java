package nl.buurtpuls.report.origin;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.disclosure.PublishedNumber;
import nl.buurtpuls.report.disclosure.PublishedOrigins;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.table.Csv;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
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
    private final AreaTable table;
    private final Dates dates;
    private final Gate gate;

    OriginsResource(Areas areas, AreaTable table, Dates dates, Gate gate) {
        this.areas = areas;
        this.table = table;
        this.dates = dates;
        this.gate = gate;
    }

    /**
     * A municipality that people came from.
     *
     * @param name as in the area table; its code for an abolished or unknown one
     * @param count moves; {@code null} where withheld
     * @param sesWoa its SES-WOA score; {@code null} if none is known
     */
    public record FromMunicipality(
            String code,
            String name,
            PublishedNumber count,
            @Nullable Double sesWoa) {}

    /** A country that people came from. */
    public record FromCountry(String code, PublishedNumber count) {}

    /**
     * Moves into the area after {@code from}, up to and with {@code to}.
     *
     * @param of whose: arrivals, adult-arrivals, social-assistance
     * @param total of all origins
     * @param classes by distance from the municipality
     * @param municipalities the most first
     * @param countries the most first
     * @param suppressed whether the total or a class is withheld to protect persons, and is {@code null} for that
     */
    public record Origins(
            String area,
            LocalDate from,
            LocalDate to,
            String of,
            PublishedNumber total,
            Map<String, PublishedNumber> classes,
            List<FromMunicipality> municipalities,
            List<FromCountry> countries,
            boolean suppressed)
            implements Tabular {
        @Override
        public Table table() {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            municipalities.forEach(origin -> rows.add(Table.row(
                    area,
                    from,
                    to,
                    of,
                    "municipality",
                    origin.code(),
                    origin.name(),
                    origin.sesWoa(),
                    origin.count().value(),
                    origin.count().isSuppressed())));
            countries.forEach(origin -> rows.add(Table.row(
                    area,
                    from,
                    to,
                    of,
                    "country",
                    origin.code(),
                    null,
                    null,
                    origin.count().value(),
                    origin.count().isSuppressed())));
            classes.forEach((distance, count) -> rows.add(
                    Table.row(area, from, to, of, "class", distance, null, null, count.value(), count.isSuppressed())));
            return new Table(
                    List.of(
                            "area",
                            "from",
                            "to",
                            "of",
                            "kind",
                            "origin",
                            "name",
                            "sesWoa",
                            Table.in("count", Unit.MOVES.code()),
                            "suppressed"),
                    rows);
        }
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
        return gate.open().chain(release -> origins(release, code, from, to, of));
    }

    /** The same, for whom there is a release already. */
    public Uni<Origins> origins(Release release, String code, @Nullable String from, @Nullable String to, String of) {
        String municipality = areas.municipalityAround(areas.named(code));
        Arrivals arrivals = Arrivals.parse(of);
        LocalDate last = dates.orToday("to", to);
        LocalDate first = from == null ? last.minusYears(1) : dates.required("from", from);
        dates.inOrder(first, last);
        return release.origins(
                        code,
                        arrivals.measure(),
                        first,
                        last,
                        origin -> table.distance(municipality, Place.ofCode(origin))
                                .code())
                .map(found -> view(code, release.date(first), release.date(last), arrivals, found));
    }

    private Origins view(String area, LocalDate from, LocalDate to, Arrivals of, PublishedOrigins found) {
        List<FromMunicipality> municipalities = new ArrayList<>();
        List<FromCountry> countries = new ArrayList<>();
        found.byCode().forEach((code, count) -> {
            Place origin = Place.ofCode(code);
            if (origin.municipality() != null) {
                municipalities.add(fromMunicipality(origin.municipality(), count));
            } else if (origin.country() != null) {
                countries.add(new FromCountry(origin.country(), count));
            }
        });
        boolean suppressed = Stream.concat(Stream.of(found.total()), found.classes().values().stream())
                .anyMatch(PublishedNumber::isSuppressed);
        return new Origins(
                area, from, to, of.code(), found.total(), found.classes(), municipalities, countries, suppressed);
    }

    private FromMunicipality fromMunicipality(String code, PublishedNumber count) {
        OptionalDouble sesWoa = table.sesWoa(code);
        return new FromMunicipality(
                code,
                table.find(code).map(Area::name).orElse(code),
                count,
                sesWoa.isPresent() ? Double.valueOf(sesWoa.getAsDouble()) : null);
    }
}
