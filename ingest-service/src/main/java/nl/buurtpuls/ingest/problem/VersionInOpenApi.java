package nl.buurtpuls.ingest.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of every answer that it names the version of the API, as the configuration has it do. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class VersionInOpenApi implements OASFilter {

    private static final String HEADER = "API-Version";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents()
                .addHeader(
                        HEADER,
                        OASFactory.createHeader()
                                .description("Version of the API that answered.")
                                .schema(OASFactory.createSchema()
                                        .addType(SchemaType.STRING)
                                        .addExample("1.0.0")));
    }

    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        return response.addHeader(HEADER, OASFactory.createHeader().ref(HEADER));
    }
}
