package nl.buurtpuls.ingest.event;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Lists the rules in the OpenAPI document, so that what a sender reads there is what it meets. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class RulesInOpenApi implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Schema code = document.getComponents()
                .getSchemas()
                .get("FieldError")
                .getProperties()
                .get("code");
        code.setEnumeration(List.of(Arrays.stream(Rule.values()).map(Rule::code).toArray()));
        code.setDescription(Arrays.stream(Rule.values())
                .map(rule -> "- `" + rule.code() + "`: " + rule.title() + " ("
                        + rule.standard().title() + ").")
                .collect(Collectors.joining("\n", "The rule that is broken:\n", "")));
    }
}
