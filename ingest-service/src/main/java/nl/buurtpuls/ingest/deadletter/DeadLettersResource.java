package nl.buurtpuls.ingest.deadletter;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.problem.Problem;
import nl.buurtpuls.ingest.access.ReadableKeys;
import nl.buurtpuls.ingest.access.Sender;
import nl.buurtpuls.ingest.access.Senders;
import nl.buurtpuls.ingest.deadletter.DeadLetter.State;
import nl.buurtpuls.ingest.event.EventIntake;
import nl.buurtpuls.ingest.limit.RateLimit;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Shows what could not be applied, and sends it again. */
@Path("/v1/dead-letters")
@Blocking
@RolesAllowed(Roles.MUTATION_WRITER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "dead-letters", description = "What was taken and could not be applied, until it is sent again")
@APIResponse(
        responseCode = "503",
        description = "As many search as may, the search ended too early, or Kafka does not answer: try again after"
                + " Retry-After seconds",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class DeadLettersResource {

    private static final int LARGEST_PAGE = 1000;

    private final Letters letters;
    private final Resending resending;
    private final EventIntake intake;
    private final Senders senders;
    private final RateLimit limit;

    DeadLettersResource(Letters letters, Resending resending, EventIntake intake, Senders senders, RateLimit limit) {
        this.letters = letters;
        this.resending = resending;
        this.intake = intake;
        this.senders = senders;
        this.limit = limit;
    }

    /**
     * That a letter was sent again.
     *
     * @param accepted number of events that Kafka has acknowledged
     * @param event as which it was sent
     */
    public record Accepted(int accepted, EventId event) {}

    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "List what could not be applied, the newest first",
            description = "state: open (as it is unless named), resent or all.")
    @APIResponse(
            responseCode = "200",
            description = "A page of letters; what was in them is not told",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetter[].class),
                            example = """
                                    [{"id":"3-17","state":"open","municipality":"GM0917","reason":"record lacks header ce_type",
                                      "topic":"buurtpuls.mutations","publishedAt":"2021-03-02T09:14:06Z"}]"""))
    @APIResponse(
            responseCode = "400",
            description = "A parameter says nothing that is known",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public List<DeadLetter> list(
            @RestQuery @Parameter(description = "CBS code", example = "GM0917") @Nullable String municipality,
            @RestQuery @DefaultValue("open") String state,
            @RestQuery @DefaultValue("1") String page,
            @RestQuery @DefaultValue("100") String pageSize) {
        Sender sender = admitted();
        int number = whole("page", page, 1_000_000);
        int size = whole("pageSize", pageSize, LARGEST_PAGE);
        Set<State> states = states(state);
        return letters.all(ReadableKeys.of(sender, municipality)).stream()
                .filter(letter -> states.contains(letter.state()))
                .skip((number - 1L) * size)
                .limit(size)
                .toList();
    }

    @POST
    @NonBlocking
    @Path("{letter: \\d{1,9}-\\d{1,18}}/resend")
    @Consumes("application/cloudevents+json")
    @Operation(
            operationId = "resendDeadLetter",
            summary = "Send a dead letter again",
            description = "With the mended event as body, in structured mode; without a body as it was, for when the"
                    + " software was mended. The rules of /v1/events hold.")
    @RequestBody(content = @Content(mediaType = "application/cloudevents+json", schema = @Schema(ref = "Event")))
    @APIResponse(
            responseCode = "202",
            description = "Kafka holds the event, and the letter is marked as sent again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Accepted.class),
                            example = "{\"accepted\":1,\"event\":{\"source\":\"urn:nld:x:y\",\"id\":\"7c1e\"}}"))
    @APIResponse(
            responseCode = "400",
            description = "Nothing was published; errors names every rule that the event breaks",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such letter",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description = "It was sent again before, or it was no mutation",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> resend(
            @PathParam("letter") @Parameter(description = "Id of the letter", example = "3-17") String letter,
            @Context HttpServerRequest call) {
        Sender sender = admitted();
        return intake.read(call, mended -> resending.resend(letter, sender, mended))
                .map(as -> Response.accepted(new Accepted(1, as)).build());
    }

    private Sender admitted() {
        Sender sender = senders.current();
        limit.admit(sender.name());
        return sender;
    }

    private static Set<State> states(String named) {
        Set<State> states = Arrays.stream(State.values())
                .filter(state -> named.equals("all") || named.equals(state.code()))
                .collect(Collectors.toSet());
        if (states.isEmpty()) {
            throw ProblemException.invalidParameter("state", "not-one-of", "Expected open, resent or all.");
        }
        return states;
    }

    private static int whole(String parameter, String text, int most) {
        if (text.matches("[1-9]\\d{0,8}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw ProblemException.invalidParameter(parameter, "out-of-range", "Expected a number from 1 to " + most + ".");
    }
}
