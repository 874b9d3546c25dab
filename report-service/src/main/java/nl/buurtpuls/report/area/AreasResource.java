package nl.buurtpuls.report.area;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.report.problem.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which areas there are. */
@Path("/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
public class AreasResource {

    private final Areas areas;

    AreasResource(Areas areas) {
        this.areas = areas;
    }

    /** An area as callers read it. */
    public record AreaView(String code, String name, String level, List<String> parents) {
        static AreaView of(Area area) {
            return new AreaView(area.code(), area.name(), area.level().code(), area.parents());
        }
    }

    /** An area with what lies right below it. */
    public record AreaWithChildren(
            String code, String name, String level, List<String> parents, List<AreaView> children) {}

    @GET
    @Operation(summary = "The areas of a level, within another area")
    public List<AreaView> list(
            @RestQuery @Nullable String level,
            @RestQuery @Nullable String within,
            @RestQuery @DefaultValue("1") String page,
            @RestQuery @DefaultValue("1000") String pageSize) {
        return Page.parse(page, pageSize).of(areas.list(level, within)).stream()
                .map(AreaView::of)
                .toList();
    }

    @GET
    @Path("{code}")
    @Operation(summary = "One area, with its children")
    public AreaWithChildren one(@PathParam("code") String code) {
        Area area = areas.named(code);
        Level level = area.level();
        return new AreaWithChildren(
                area.code(),
                area.name(),
                level.code(),
                area.parents(),
                areas.children(area).stream().map(AreaView::of).toList());
    }
}
