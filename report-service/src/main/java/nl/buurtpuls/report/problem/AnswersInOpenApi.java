package nl.buurtpuls.report.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import nl.buurtpuls.contract.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Says what holds for every answer: that it names the version of the API, and that errors are problem details. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class AnswersInOpenApi implements OASFilter {

    private static final String VERSION = "API-Version";
    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents()
                .addHeader(
                        VERSION,
                        OASFactory.createHeader()
                                .description("Version of the API that answered.")
                                .schema(text().addExample("1.0.0")));
        document.getComponents().addSchema(PROBLEM, problem());
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .values()
                        .forEach(operation -> addProblems(path, operation.getResponses())));
    }

    private static void addProblems(String path, APIResponses responses) {
        if (!responses.hasAPIResponse("400")) {
            responses.addAPIResponse("400", refusal("A parameter or a field breaks a rule; errors names each"));
        }
        if (path.contains("{") && !responses.hasAPIResponse("404")) {
            responses.addAPIResponse("404", refusal("There is no such area or indicator"));
        }
        responses.getAPIResponses().forEach((status, response) -> {
            response.addHeader(VERSION, OASFactory.createHeader().ref(VERSION));
            boolean refuses = status.startsWith("4") || status.startsWith("5");
            if (refuses && response.getContent() == null) {
                response.content(details());
            }
        });
    }

    private static APIResponse refusal(String description) {
        return OASFactory.createAPIResponse().description(description).content(details());
    }

    private static Content details() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
    }

    private static Schema problem() {
        Schema error = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("pointer", "code", "detail"))
                .addProperty("pointer", text())
                .addProperty("code", text())
                .addProperty("detail", text());
        return OASFactory.createSchema()
                .description("Problem details (RFC 9457)")
                .addType(SchemaType.OBJECT)
                .required(List.of("type", "title", "status", "detail"))
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text())
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(error));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
