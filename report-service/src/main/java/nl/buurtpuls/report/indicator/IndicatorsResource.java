package nl.buurtpuls.report.indicator;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Definition;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.contract.indicator.Window;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What each figure means. */
@Path("/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
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

    @GET
    @Operation(summary = "The catalogue of indicators, in Dutch or English")
    public Response list(@Context HttpHeaders headers) {
        Locale language = language(headers);
        List<IndicatorView> views = Catalogue.definitions().stream()
                .map(definition -> view(definition, language))
                .toList();
        return Response.ok(views)
                .language(language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    /** Dutch unless the reader would rather have English. */
    private static Locale language(HttpHeaders headers) {
        for (Locale wanted : headers.getAcceptableLanguages()) {
            if (wanted.getLanguage().equals("nl")) {
                break;
            }
            if (wanted.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
                return Locale.ENGLISH;
            }
        }
        return Locale.forLanguageTag("nl");
    }

    private static IndicatorView view(Definition definition, Locale language) {
        return new IndicatorView(
                definition.id(),
                in(definition.label(), language),
                in(definition.meaning(), language),
                definition.kind().code(),
                definition.unit().code(),
                definition.formula(),
                definition.windows().stream().map(Window::code).toList(),
                in(definition.source(), language));
    }

    private static String in(Text text, Locale language) {
        return language.equals(Locale.ENGLISH) ? text.en() : text.nl();
    }
}
