package nl.buurtpuls.report.indicator;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Definition;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.report.table.Csv;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What each figure means. */
@Path("/v1/indicators")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "indicators", description = "What is counted, and how")
public class IndicatorsResource {

    /** A definition in the reader's language. */
    public record IndicatorView(
            String id,
            String label,
            String definition,
            String kind,
            String unit,
            String formula,
            List<String> windows,
            String source) {}

    /** The catalogue. */
    @Schema(type = SchemaType.ARRAY, implementation = IndicatorView.class)
    public record CatalogueView(@JsonValue List<IndicatorView> indicators) implements Tabular {
        @Override
        public Table table() {
            return new Table(
                    List.of("id", "label", "definition", "kind", "unit", "formula", "windows", "source"),
                    indicators.stream()
                            .map(each -> Table.row(
                                    each.id(),
                                    each.label(),
                                    each.definition(),
                                    each.kind(),
                                    each.unit(),
                                    each.formula(),
                                    each.windows(),
                                    each.source()))
                            .toList());
        }
    }

    @GET
    @Operation(operationId = "listIndicators", summary = "The catalogue of indicators, in Dutch or English")
    @APIResponseSchema(CatalogueView.class)
    public Response list(@Context HttpHeaders headers) {
        Language language = Language.of(headers);
        List<IndicatorView> views = Catalogue.definitions().stream()
                .map(definition -> view(definition, language))
                .toList();
        return Response.ok(new CatalogueView(views)).language(language.locale()).build();
    }

    private static IndicatorView view(Definition definition, Language language) {
        return new IndicatorView(
                definition.id(),
                language.of(definition.label()),
                language.of(definition.meaning()),
                definition.kind().code(),
                definition.unit().code(),
                definition.formula(),
                definition.windows().stream().map(Window::code).toList(),
                language.of(definition.source()));
    }
}
