package nl.buurtpuls.report.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Says in the OpenAPI document what token each operation takes, and what who lacks it is answered. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class AccessInOpenApi implements OASFilter {

    /** As application.properties names it. */
    private static final String SCHEME = "bearer";

    private static final String CHALLENGE = "WWW-Authenticate";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().forEach(AccessInOpenApi::describe));
    }

    private static void describe(Operation operation) {
        if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) {
            // What says nothing of its own; where reading is open to all, it is read without a token.
            operation.setSecurity(List.of(reading(), OASFactory.createSecurityRequirement()));
        }
        operation
                .getResponses()
                .addAPIResponse("401", refusal("There is no token, or it is not taken: WWW-Authenticate says why"))
                .addAPIResponse(
                        "403",
                        refusal("The token does not give the role, or who reads exact figures does not say what for"));
    }

    private static SecurityRequirement reading() {
        return OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of(Roles.REPORT_READER));
    }

    private static APIResponse refusal(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .addHeader("API-Version", OASFactory.createHeader().ref("API-Version"))
                .addHeader(
                        CHALLENGE,
                        OASFactory.createHeader()
                                .description("What is lacking (RFC 6750).")
                                .schema(OASFactory.createSchema().addType(SchemaType.STRING)))
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))));
    }
}
