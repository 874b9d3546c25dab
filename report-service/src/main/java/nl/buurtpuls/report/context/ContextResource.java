package nl.buurtpuls.report.context;

import com.fasterxml.jackson.annotation.JsonValue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.context.ContextFigure;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.area.ContextView;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.problem.Nearest;
import nl.buurtpuls.report.problem.Page;
import nl.buurtpuls.report.problem.ProblemException;
import nl.buurtpuls.report.table.Csv;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Context figures in and out. */
@Path("/v1/context-figures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "context", description = "Published figures of others, beside ours")
public class ContextResource {

    private final Areas areas;
    private final FigureRules rules;
    private final ContextStore store;
    private final Vertx vertx;

    ContextResource(Areas areas, ContextStore store, Vertx vertx) {
        this.areas = areas;
        this.rules = new FigureRules(areas::has);
        this.store = store;
        this.vertx = vertx;
    }

    /**
     * What became of an import.
     *
     * @param taken lines that are stored
     * @param refused the others
     */
    public record Imported(int taken, List<RefusedLine> refused) {}

    /** Some context figures. */
    public record ContextList(@JsonValue List<ContextView> figures) implements Tabular {
        @Override
        public Table table() {
            return new Table(
                    List.of("area", "indicator", "label", "period", "value", "unit", "source"),
                    figures.stream()
                            .map(figure -> Table.row(
                                    figure.area(),
                                    figure.indicator(),
                                    figure.label(),
                                    figure.period(),
                                    figure.value(),
                                    figure.unit(),
                                    figure.source()))
                            .toList());
        }
    }

    @POST
    @RolesAllowed(Roles.CONTEXT_WRITER)
    @Consumes(Csv.MEDIA_TYPE)
    @Operation(
            operationId = "importContextFigures",
            summary = "Import context figures",
            description = "CSV in UTF-8 with the columns area, indicator, period, value, unit, source, label_nl and"
                    + " label_en; at most 100,000 lines and 10 MB. Good lines are taken, in place of figures of the same"
                    + " area, indicator and period; the others are told with the rule that they break.")
    public Uni<Imported> take(byte[] body) {
        // A hundred thousand lines take longer than other callers should wait.
        return vertx.executeBlocking(() -> FigureLines.parse(body, rules))
                .chain(lines -> store.replace(lines.figures())
                        .replaceWith(() -> new Imported(lines.figures().size(), lines.refused())));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(operationId = "listContextFigures", summary = "The context figures of an area, an indicator or both")
    public Uni<ContextList> list(
            @RestQuery @Nullable String area,
            @RestQuery @Nullable String indicator,
            @RestQuery @DefaultValue("1") String page,
            @RestQuery @DefaultValue("1000") String pageSize,
            @Context HttpHeaders headers) {
        if (area != null) {
            areas.named(area);
        }
        Language language = Language.of(headers);
        return store.find(area, indicator, Page.parse(page, pageSize))
                .chain(found -> found.isEmpty() && indicator != null
                        ? known(indicator).replaceWith(found)
                        : Uni.createFrom().item(found))
                .map(found -> list(found, language));
    }

    private Uni<Void> known(String indicator) {
        return store.indicators()
                .invoke(known -> {
                    if (!known.contains(indicator)) {
                        throw ProblemException.unknown("There are no context figures of " + indicator + "."
                                + Nearest.to(indicator, known.stream()));
                    }
                })
                .replaceWithVoid();
    }

    private static ContextList list(List<ContextFigure> figures, Language language) {
        return new ContextList(
                figures.stream().map(figure -> ContextView.of(figure, language)).toList());
    }
}
