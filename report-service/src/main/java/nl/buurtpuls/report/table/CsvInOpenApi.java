package nl.buurtpuls.report.table;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Tells readers of the API's description that CSV is a text, not the object that JSON is. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class CsvInOpenApi implements OASFilter {

    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        if (response.getContent() != null) {
            MediaType csv = response.getContent().getMediaType(Csv.MEDIA_TYPE);
            if (csv != null) {
                csv.setSchema(OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .description("RFC 4180, UTF-8, with a header row that names units"));
            }
        }
        return response;
    }
}
