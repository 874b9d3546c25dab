package nl.buurtpuls.ingest.outcome;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.problem.Problem;
import nl.buurtpuls.ingest.access.ReadableKeys;
import nl.buurtpuls.ingest.access.Sender;
import nl.buurtpuls.ingest.access.Senders;
import nl.buurtpuls.ingest.limit.RateLimit;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Tells what became of an event. */
@Path("/v1/events/{id}")
@Blocking
@RolesAllowed(Roles.MUTATION_WRITER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class EventOutcomeResource {

    private final Outcomes outcomes;
    private final Senders senders;
    private final RateLimit limit;

    EventOutcomeResource(Outcomes outcomes, Senders senders, RateLimit limit) {
        this.outcomes = outcomes;
        this.senders = senders;
        this.limit = limit;
    }

    @GET
    @Operation(
            operationId = "readEventOutcome",
            summary = "What became of an event",
            description = "Read from the topics, newest first, when it is asked: with the municipality, only what was"
                    + " published under its key, else under those of all that the token speaks for. Few can ask at a"
                    + " time.")
    @APIResponse(
            responseCode = "200",
            description = "How far it has come, how often it was sent, and what does not add up about it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EventOutcome.class),
                            example = """
                                    {"id":"7c1e","source":"urn:nld:oin:00000001001234567000:systeem:burgerzaken",
                                     "type":"nl.brp.overleden","state":"applied","municipality":"GM0917",
                                     "publishedAt":"2021-03-02T09:14:06Z","partition":3,"offset":4711,"copies":1,
                                     "findings":[]}"""))
    @APIResponse(
            responseCode = "400",
            description = "source is missing, or municipality is no code",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such event was published there",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "As many search as may, the search ended too early, or Kafka does not answer: ask again after"
                    + " Retry-After seconds",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public EventOutcome read(
            @PathParam("id") @Parameter(description = "id of the event", example = "7c1e") String id,
            @RestQuery
                    @Parameter(
                            description = "source of the event",
                            required = true,
                            example = "urn:nld:oin:00000001001234567000:systeem:burgerzaken")
                    @Nullable
                    String source,
            @RestQuery @Parameter(description = "CBS code", example = "GM0917") @Nullable String municipality) {
        Sender sender = senders.current();
        limit.admit(sender.name());
        if (source == null || source.isEmpty()) {
            throw ProblemException.invalidParameter("source", "required", "The parameter source is required.");
        }
        ReadableKeys keys = ReadableKeys.of(sender, municipality);
        return outcomes.of(new EventId(source, id), keys.municipalities())
                .orElseThrow(() -> ProblemException.unknown("No event of this source and id was published"
                        + (municipality == null ? "." : " under the key of " + municipality + ".")));
    }
}
