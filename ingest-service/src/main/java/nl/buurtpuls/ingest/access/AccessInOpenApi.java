package nl.buurtpuls.ingest.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import nl.buurtpuls.contract.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the OpenAPI document what is answered to who lacks the token that an operation takes, or asks too much. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class AccessInOpenApi implements OASFilter {

    private static final String CHALLENGE = "WWW-Authenticate";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().stream()
                        .filter(AccessInOpenApi::takesToken)
                        .forEach(AccessInOpenApi::describe));
    }

    private static boolean takesToken(Operation operation) {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }

    private static void describe(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse("401", refusal("There is no token, or it is not taken: WWW-Authenticate says why"));
        APIResponse told = operation.getResponses().getAPIResponse("403");
        if (told == null || told.getContent() == null) {
            operation.getResponses().addAPIResponse("403", refusal("The token does not give the role mutation-writer"));
        } else {
            told.addHeader(CHALLENGE, challenge());
        }
        APIResponse tooMuch = operation.getResponses().getAPIResponse("429");
        operation
                .getResponses()
                .addAPIResponse(
                        "429",
                        (tooMuch == null ? problem("The sender has asked too much: send it again later") : tooMuch)
                                .addHeader("Retry-After", retryAfter()));
    }

    private static APIResponse refusal(String description) {
        return problem(description).addHeader(CHALLENGE, challenge());
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))));
    }

    private static Header challenge() {
        return OASFactory.createHeader()
                .description("What is lacking (RFC 6750).")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    private static Header retryAfter() {
        return OASFactory.createHeader()
                .description("Seconds until it may.")
                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER));
    }
}
