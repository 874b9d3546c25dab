package nl.buurtpuls.report.map;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.current.Points;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.indicator.Indicators;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** One indicator on the map. */
@Path("/v1/map")
@Produces({MapResource.GEO_JSON, MediaType.APPLICATION_JSON})
@Tag(name = "map", description = "Areas drawn with their figures")
public class MapResource {

    static final String GEO_JSON = "application/geo+json";

    private static final List<Level> DRAWN = List.of(Level.BUURT, Level.WIJK, Level.MUNICIPALITY);

    private final Areas areas;
    private final Dates dates;
    private final Points points;
    private final Drawing drawing;
    private final Gate gate;

    MapResource(Areas areas, Dates dates, Points points, Drawing drawing, Gate gate) {
        this.areas = areas;
        this.dates = dates;
        this.points = points;
        this.drawing = drawing;
        this.gate = gate;
    }

    /** What is drawn: an indicator of areas on a day; each area has the municipality around it. */
    private record Subject(
            Indicator indicator, Level level, LocalDate day, List<Area> areas, Map<String, String> municipalities) {

        List<String> codes() {
            return areas.stream().map(Area::code).toList();
        }

        /** The municipality that all areas lie in; {@code null} if they are municipalities, or of more than one. */
        @Nullable
        String municipality() {
            Set<String> around = Set.copyOf(municipalities.values());
            return level == Level.MUNICIPALITY || around.size() != 1
                    ? null
                    : around.iterator().next();
        }
    }

    @GET
    @Operation(
            operationId = "readMap",
            summary = "An indicator of the buurten, wijken or municipalities of an area on a date, as GeoJSON",
            description = "Drawn with the operator's boundaries or those of PDOK where there are, else as a grid of"
                    + " tiles: geometrySource tells which.")
    @APIResponseSchema(AreaMap.class)
    public Uni<Response> map(
            @RestQuery @Nullable String level,
            @RestQuery @Nullable String within,
            @RestQuery @Nullable String indicator,
            @RestQuery @Nullable String date,
            @Context HttpHeaders headers) {
        Subject subject = subject(level, within, indicator, date);
        Language language = Language.of(headers);
        return gate.open()
                .chain(release -> answer(release, subject, language))
                .map(view -> Response.ok(view).language(language.locale()).build());
    }

    private Uni<AreaMap> answer(Release release, Subject subject, Language language) {
        return points.of(release, subject.codes(), subject.indicator(), subject.day())
                .chain(figures -> drawing.of(
                                subject.level(),
                                subject.municipality(),
                                subject.municipalities().keySet())
                        .map(outlines -> view(subject, release.date(subject.day()), figures, outlines, language)));
    }

    private Subject subject(
            @Nullable String level, @Nullable String within, @Nullable String indicator, @Nullable String date) {
        Level drawn = drawn(required("level", level));
        Indicator named = Indicators.named("indicator", required("indicator", indicator));
        LocalDate day = dates.orToday("date", date);
        List<Area> listed = areas.list(drawn.code(), within);
        Map<String, String> municipalities = new LinkedHashMap<>();
        listed.forEach(area -> municipalities.put(area.code(), areas.municipalityAround(area)));
        Indicators.requireAt("indicator", named, drawn);
        return new Subject(named, drawn, day, listed, municipalities);
    }

    private static String required(String parameter, @Nullable String text) {
        if (text == null) {
            throw ProblemException.required(parameter);
        }
        return text;
    }

    private static Level drawn(String code) {
        return Level.of(code)
                .filter(DRAWN::contains)
                .orElseThrow(
                        () -> ProblemException.notOneOf("level", DRAWN.stream().map(Level::code), code));
    }

    private AreaMap view(
            Subject subject,
            LocalDate date,
            Map<String, PublishedPoint> figures,
            Outlines outlines,
            Language language) {
        List<AreaMap.Feature> features = subject.areas().stream()
                .map(area -> AreaMap.Feature.of(
                        area, figures.get(area.code()), outlines.byCode().get(area.code())))
                .toList();
        return new AreaMap(
                subject.indicator().id(),
                language.of(subject.indicator().definition().label()),
                subject.indicator().definition().unit().code(),
                subject.level().code(),
                date,
                outlines.source(),
                outlines.attribution(),
                features);
    }
}
