package nl.buurtpuls.report.publication;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.disclosure.Rules;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.table.Csv;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules by which figures are made safe to publish. */
@Path("/v1/disclosure")
@Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
@Tag(name = "disclosure", description = "How persons are protected in what is published")
public class DisclosureResource {

    private final Gate gate;

    DisclosureResource(Gate gate) {
        this.gate = gate;
    }

    /**
     * The rules in force.
     *
     * @param base counts are published as multiples of it
     * @param smallestDenominator shares, rates and means are published over at least so many
     * @param largestSmallCount a count is shown only where the published numbers prove that it is more
     * @param fewestBuurten an area of fewer buurten is published as the sum of its buurten
     * @param period how often a published figure moves: those of the first day of each are published
     * @param rules what each means, in the reader's language
     */
    public record DisclosureView(
            int base,
            int smallestDenominator,
            int largestSmallCount,
            int fewestBuurten,
            String period,
            List<RuleView> rules)
            implements Tabular {
        @Override
        public Table table() {
            return new Table(
                    List.of("rule", "text"),
                    rules.stream()
                            .map(rule -> Table.row(rule.id(), rule.text()))
                            .toList());
        }
    }

    /** A rule in words. */
    public record RuleView(String id, String text) {}

    @GET
    @Operation(operationId = "readDisclosure", summary = "How figures are made safe to publish: the rules in force")
    @APIResponseSchema(DisclosureView.class)
    public Response read(@Context HttpHeaders headers) {
        Language language = Language.of(headers);
        Rules rules = gate.rules();
        return Response.ok(new DisclosureView(
                        rules.base(),
                        rules.smallestDenominator(),
                        rules.largestSmallCount(),
                        rules.fewestBuurten(),
                        "P1M",
                        Stream.of(RuleText.values())
                                .map(text -> new RuleView(text.id(), language.of(text.in(rules))))
                                .toList()))
                .language(language.locale())
                .build();
    }
}
