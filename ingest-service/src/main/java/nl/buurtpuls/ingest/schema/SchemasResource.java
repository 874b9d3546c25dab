package nl.buurtpuls.ingest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import nl.buurtpuls.contract.event.EventSchemas;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.contract.problem.Problem;
import nl.buurtpuls.contract.topic.AsyncApi;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The JSON Schemas of event data, and the AsyncAPI document of the topics. Open to all. */
@Path("/v1")
@PermitAll
@Tag(name = "schemas", description = "What events look like, for programs")
public class SchemasResource {

    /** The schemas that there are. */
    public record Schemas(List<Entry> schemas) {}

    /**
     * One of them.
     *
     * @param type CloudEvents type
     * @param id the {@code dataschema} of such events in the topic, and the {@code $id} of the schema
     * @param href where it is
     */
    public record Entry(String type, String title, URI id, String href) {}

    @GET
    @Path("/schemas")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listSchemas", summary = "List the event types with their schemas")
    @APIResponse(
            responseCode = "200",
            description = "Every event type",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Schemas.class),
                            example = """
                                    {"schemas":[{"type":"nl.brp.overleden","title":"Death",
                                      "id":"urn:buurtpuls:schema:nl.brp.overleden","href":"/v1/schemas/nl.brp.overleden"}]}"""))
    public Schemas list() {
        return new Schemas(Arrays.stream(EventType.values())
                .map(type -> new Entry(
                        type.typeName(),
                        EventSchemas.of(type).path("title").asText(),
                        EventSchemas.id(type),
                        "/v1/schemas/" + type.typeName()))
                .toList());
    }

    @GET
    @Path("/schemas/{type}")
    @Produces({EventSchemas.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "readSchema",
            summary = "Read the JSON Schema of the data of an event type",
            description =
                    "JSON Schema 2020-12. What it cannot say the door checks: the eleven test of a BSN, whether a buurt"
                            + " lies in the municipality, and what depends on two fields or on the time of the event.")
    @APIResponse(
            responseCode = "200",
            description = "The schema, with an example",
            content = @Content(mediaType = EventSchemas.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(
            responseCode = "404",
            description = "No event has that type",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public JsonNode schema(
            @PathParam("type") @Parameter(description = "CloudEvents type", example = "nl.brp.overleden") String type) {
        return EventType.of(type).map(EventSchemas::of).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("/asyncapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readAsyncApi", summary = "Read the AsyncAPI 3 document of the Kafka topics")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    public JsonNode asyncApi() {
        return AsyncApi.document();
    }
}
