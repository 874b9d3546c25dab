package nl.buurtpuls.report.area;

import com.fasterxml.jackson.annotation.JsonValue;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.problem.Page;
import nl.buurtpuls.report.table.Csv;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which areas there are. */
@Path("/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "areas", description = "Areas and how they nest")
public class AreasResource {

    private final Areas areas;
    private final AreaContext context;

    AreasResource(Areas areas, AreaContext context) {
        this.areas = areas;
        this.context = context;
    }

    /** An area as callers read it. */
    public record AreaView(String code, String name, String level, List<String> parents) {
        static AreaView of(Area area) {
            return new AreaView(area.code(), area.name(), area.level().code(), area.parents());
        }
    }

    /** Some areas. */
    @Schema(type = SchemaType.ARRAY, implementation = AreaView.class)
    public record AreaList(@JsonValue List<AreaView> areas) implements Tabular {
        @Override
        public Table table() {
            return new Table(
                    List.of("code", "name", "level", "parents"),
                    areas.stream()
                            .map(area -> Table.row(area.code(), area.name(), area.level(), area.parents()))
                            .toList());
        }
    }

    /** An area with what lies right below it, and what others have published about it. */
    public record AreaWithChildren(
            String code,
            String name,
            String level,
            List<String> parents,
            List<AreaView> children,
            List<ContextView> context) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(operationId = "listAreas", summary = "The areas of a level, within another area")
    public AreaList list(
            @RestQuery @Nullable String level,
            @RestQuery @Nullable String within,
            @RestQuery @DefaultValue("1") String page,
            @RestQuery @DefaultValue("1000") String pageSize) {
        return new AreaList(Page.parse(page, pageSize).of(areas.list(level, within)).stream()
                .map(AreaView::of)
                .toList());
    }

    @GET
    @Path("{code}")
    @Operation(operationId = "readArea", summary = "One area, with its children and context figures")
    public Uni<AreaWithChildren> one(@PathParam("code") String code, @Context HttpHeaders headers) {
        Area area = areas.named(code);
        Level level = area.level();
        Language language = Language.of(headers);
        return context.of(code)
                .map(figures -> new AreaWithChildren(
                        area.code(),
                        area.name(),
                        level.code(),
                        area.parents(),
                        areas.children(area).stream().map(AreaView::of).toList(),
                        figures.stream()
                                .map(figure -> ContextView.of(figure, language))
                                .toList()));
    }
}
