package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.contract.problem.Problem;
import nl.buurtpuls.ingest.access.Sender;
import nl.buurtpuls.ingest.access.Senders;
import nl.buurtpuls.ingest.body.Bodies;
import nl.buurtpuls.ingest.body.Body;
import nl.buurtpuls.ingest.event.Validated.Refused;
import nl.buurtpuls.ingest.event.Validated.Valid;
import nl.buurtpuls.ingest.limit.RateLimit;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes events: one, or a batch of which all or nothing is published. */
@Path(EventsResource.PATH)
@RolesAllowed(Roles.MUTATION_WRITER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events", description = "Registration mutations and benefit changes, as municipal systems push them")
@APIResponse(
        responseCode = "202",
        description = "Kafka holds every event, on all in-sync replicas",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = EventsResource.Accepted.class),
                        example = "{\"accepted\":1}"))
@APIResponse(
        responseCode = "400",
        description = "Nothing was published; errors names every rule that is broken",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        example = EventsResource.REFUSED))
@APIResponse(
        responseCode = "403",
        description =
                "The token does not give the role mutation-writer, or does not speak for the municipality of every"
                        + " event; nothing was published",
        content =
                @Content(
                        mediaType = Problem.MEDIA_TYPE,
                        schema = @Schema(implementation = Problem.class),
                        example = EventsResource.FORBIDDEN))
@APIResponse(
        responseCode = "408",
        description = "The body did not come within a minute; nothing was published",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "413",
        description =
                "A body of more than 32 MiB, a batch of more than 10,000 events, or an event of more than 256 KiB",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "415",
        description = "A media type that is none of those here, or a content coding",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "503",
        description = "Not promised: send it again after Retry-After seconds; sending again never harms",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class EventsResource {

    static final String PATH = "/v1/events";
    /** Where loads of any length go. */
    public static final String BULK_PATH = PATH + "/bulk";

    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    static final String REFUSED = """
            {"type":"urn:buurtpuls:problem:invalid-event","title":"The event breaks the contract","status":400,
             "detail":"One rule is broken. Nothing was published.","instance":"/v1/events",
             "errors":[{"pointer":"/data/residence/buurt","code":"unknown-buurt",
                        "detail":"Expected the CBS code of a buurt in GM0917, got 'BU03630000'."}]}""";

    static final String FORBIDDEN = """
            {"type":"urn:buurtpuls:problem:forbidden","title":"The sender has no right to this","status":403,
             "detail":"The token does not speak for every municipality that events were pushed for. Nothing was published.",
             "instance":"/v1/events",
             "errors":[{"index":2,"pointer":"/data/municipality","code":"forbidden-municipality",
                        "detail":"The token does not speak for GM0363."}]}""";

    /** Bytes that an error takes until it is answered, roughly. */
    private static final int SIZE_OF_ERROR = 256;

    private final EventReader reader;
    private final Senders senders;
    private final RateLimit limit;
    private final Bodies bodies;
    private final EventIntake intake;
    private final EventMetrics metrics;

    EventsResource(
            EventReader reader,
            Senders senders,
            RateLimit limit,
            Bodies bodies,
            EventIntake intake,
            EventMetrics metrics) {
        this.reader = reader;
        this.senders = senders;
        this.limit = limit;
        this.bodies = bodies;
        this.intake = intake;
        this.metrics = metrics;
    }

    /**
     * What was taken.
     *
     * @param accepted number of events that Kafka has acknowledged
     */
    public record Accepted(int accepted) {}

    @POST
    @Consumes(STRUCTURED)
    @Operation(
            operationId = "pushEvents",
            summary = "Push one event or a batch",
            description = "One CloudEvent in structured mode, one in binary mode (attributes in ce- headers, data in"
                    + " the body), or a batch of at most 10,000, of which all or nothing is published.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = STRUCTURED, schema = @Schema(ref = "Event")),
                @Content(mediaType = BATCH, schema = @Schema(type = SchemaType.ARRAY, maxItems = BatchElements.MOST)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT))
            })
    public Uni<Response> structured(@Context HttpServerRequest call) {
        return take(call, (body, permission) -> List.of(permission.check(reader.read(one(body), null), null)));
    }

    @POST
    @Consumes(BATCH)
    @Operation(hidden = true)
    public Uni<Response> batch(@Context HttpServerRequest call) {
        return take(call, (body, permission) -> {
            List<Validated<Event>> events = new ArrayList<>();
            for (BatchElements.Span span : BatchElements.of(body.bytes(), body.length())) {
                Validated<Event> event = permission.check(element(body, span, events.size()), events.size());
                if (event instanceof Refused<Event> refused) {
                    // Thirty thousand bytes of empty events give eighty thousand errors.
                    body.hold(refused.errors().size() * SIZE_OF_ERROR);
                }
                events.add(event);
            }
            return events;
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Response> binary(@Context HttpServerRequest call, @Context HttpHeaders headers) {
        MultivaluedMap<String, String> attributes = headers.getRequestHeaders();
        return take(call, (body, permission) -> {
            BinaryMode mode = new BinaryMode(attributes);
            return List.of(permission.check(reader.read(mode.event(one(body)), null), null));
        });
    }

    private Uni<Response> take(HttpServerRequest call, BiFunction<Body, Permission, List<Validated<Event>>> reading) {
        Sender sender = senders.current();
        limit.admit(sender.name());
        Permission permission = new Permission(sender);
        return bodies.read(call, body -> reading.apply(body, permission))
                .onFailure(ProblemException.class)
                .invoke(refused -> metrics.refused(refused.errors()))
                .map(events -> {
                    limit.count(sender.name(), events.size() - 1);
                    permission.logRefusals();
                    return publish(events, permission.hasRefused());
                });
    }

    private static JsonNode one(Body body) {
        if (body.length() > EventReader.LONGEST) {
            throw ProblemException.tooLarge("An event has at most " + EventReader.LONGEST + " bytes.");
        }
        return Json.parse(body.bytes(), 0, body.length(), null);
    }

    private Validated<Event> element(Body body, BatchElements.Span span, int index) {
        if (span.length() > EventReader.LONGEST) {
            return EventReader.tooLong(index);
        }
        try {
            return reader.read(Json.parse(body.bytes(), span.start(), span.length(), index), index);
        } catch (ProblemException e) {
            // What is wrong with the other events is named too.
            return new Refused<>(e.errors());
        }
    }

    private Response publish(List<Validated<Event>> read, boolean forbidden) {
        List<Event> events = new ArrayList<>(read.size());
        List<FieldError> wrong = new ArrayList<>();
        for (Validated<Event> one : read) {
            if (one instanceof Valid<Event> valid) {
                events.add(valid.value());
            } else if (one instanceof Refused<Event> refused) {
                wrong.addAll(refused.errors());
            }
        }
        if (!wrong.isEmpty()) {
            metrics.refused(wrong);
            throw forbidden ? ProblemException.forbidden(wrong) : ProblemException.invalid(wrong);
        }
        intake.publish(events);
        return Response.accepted(new Accepted(events.size())).build();
    }
}
