package nl.buurtpuls.report.ranking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import nl.buurtpuls.report.current.Points;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.indicator.Indicators;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.problem.Page;
import nl.buurtpuls.report.problem.ProblemException;
import nl.buurtpuls.report.table.Csv;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Areas in order of one indicator. */
@Path("/v1/indicators/{id}/ranking")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "figures", description = "Figures of areas, for any date")
public class RankingResource {

    private final Areas areas;
    private final Dates dates;
    private final Points points;
    private final Gate gate;

    RankingResource(Areas areas, Dates dates, Points points, Gate gate) {
        this.areas = areas;
        this.dates = dates;
        this.points = points;
        this.gate = gate;
    }

    /** An area in its place. */
    public record RankedArea(
            @Nullable Integer rank,
            String code,
            String name,
            @JsonUnwrapped PublishedPoint point) {}

    /** Areas in order. */
    public record RankingView(String indicator, LocalDate date, List<RankedArea> areas) implements Tabular {
        @Override
        public Table table() {
            String unit = Indicators.named(indicator).definition().unit().code();
            return new Table(
                    Table.columnsAndFigureIn(unit, "rank", "code", "name", "indicator", "date"),
                    areas.stream()
                            .map(area -> Table.rowAndFigure(
                                    area.point(), area.rank(), area.code(), area.name(), indicator, date))
                            .toList());
        }
    }

    @GET
    @Operation(operationId = "readRanking", summary = "The areas of a level in order of an indicator, highest first")
    public Uni<RankingView> ranking(
            @PathParam("id") String id,
            @RestQuery @Nullable String level,
            @RestQuery @Nullable String within,
            @RestQuery @Nullable String date,
            @RestQuery @DefaultValue("1") String page,
            @RestQuery @DefaultValue("20000") String pageSize) {
        Indicator indicator = Indicators.named(id);
        LocalDate day = dates.orToday("date", date);
        Page wanted = Page.parse(page, pageSize);
        if (level == null) {
            throw ProblemException.required("level");
        }
        List<Area> ranked = areas.list(level, within);
        ranked.stream().map(Area::level).distinct().forEach(at -> Indicators.requireAt("id", indicator, at));
        List<String> codes = ranked.stream().map(Area::code).toList();
        return gate.open()
                .chain(release -> points.of(release, codes, indicator, day).map(figures -> {
                    List<Ranking.Entry> entries = ranked.stream()
                            .map(area -> new Ranking.Entry(area, figures.get(area.code())))
                            .toList();
                    List<RankedArea> places = wanted.of(Ranking.of(entries)).stream()
                            .map(place -> new RankedArea(
                                    place.rank(),
                                    place.entry().area().code(),
                                    place.entry().area().name(),
                                    place.entry().point()))
                            .toList();
                    return new RankingView(id, release.date(day), places);
                }));
    }
}
