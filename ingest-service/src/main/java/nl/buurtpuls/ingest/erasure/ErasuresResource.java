package nl.buurtpuls.ingest.erasure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.event.ErasureRequest;
import nl.buurtpuls.contract.problem.Problem;
import nl.buurtpuls.ingest.access.Sender;
import nl.buurtpuls.ingest.access.Senders;
import nl.buurtpuls.ingest.limit.RateLimit;
import nl.buurtpuls.ingest.problem.ProblemException;
import nl.buurtpuls.ingest.publish.Publisher;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Takes requests that a person leave every store. */
@Path(ErasuresResource.PATH)
@RolesAllowed(Roles.MUTATION_WRITER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "persons", description = "The right to erasure: a person leaves every store, the past keeps only counts")
public class ErasuresResource {

    static final String PATH = "/v1/persons/erasures";
    static final String ASKED = """
            {"person":{"bsn":"999990019"},"municipality":"GM0917"}""";
    static final String TAKEN = """
            {"id":"5f0c1c51-6d0c-4a2e-9e2b-0e5a4f7f8d11","effectiveDate":"2026-11-24"}""";
    static final String REFUSED = """
            {"type":"urn:buurtpuls:problem:invalid-event","title":"The event breaks the contract","status":400,
             "detail":"One rule is broken. Nothing was published.","instance":"/v1/persons/erasures",
             "errors":[{"pointer":"/person/bsn","code":"bsn-eleven-test",
                        "detail":"Expected nine digits that pass the eleven test."}]}""";

    private static final Logger LOG = Logger.getLogger(ErasuresResource.class);

    private final PersonReader reader;
    private final Senders senders;
    private final RateLimit limit;
    private final Publisher publisher;
    private final Clock clock;
    private final Counter requested;

    ErasuresResource(
            PersonReader reader, Senders senders, RateLimit limit, Publisher publisher, MeterRegistry registry) {
        this.reader = reader;
        this.senders = senders;
        this.limit = limit;
        this.publisher = publisher;
        // A request counts from the day in the Netherlands on.
        this.clock = Clock.system(ZoneId.of("Europe/Amsterdam"));
        this.requested = Counter.builder("buurtpuls.erasures.requested")
                .description("Requests for erasure that Kafka has acknowledged")
                .register(registry);
    }

    /** What is asked: the person to erase, and which register asks it. Read by {@link PersonReader}. */
    @Schema(requiredProperties = {"person", "municipality"})
    record Asked(
            @Schema(description = "A bsn, or the id that the sender made, as in events")
            Person person,

            @Schema(pattern = "^GM\\d{4}$", description = "CBS code of the register that asks")
            String municipality) {}

    record Person(
            @Schema(pattern = "^\\d{9}$") String bsn,
            @Schema(pattern = "^[A-Za-z0-9_-]{1,64}$") String id) {}

    /**
     * What was taken.
     *
     * @param id names the request in logs and topics; it says nothing of the person
     * @param effectiveDate from this day on the person counts no longer
     */
    public record Taken(String id, LocalDate effectiveDate) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "erasePerson",
            summary = "Have a person leave every store",
            description = "All that was pushed of the person, by whichever municipality, is taken out of the figures"
                    + " within seconds, and out of the topics at the next scrub. Figures of days before today keep their"
                    + " counts; from today on the person counts no longer. Sending it again does no harm. What is pushed"
                    + " of the person afterwards is taken as new.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Asked.class),
                            example = ASKED))
    @APIResponse(
            responseCode = "202",
            description = "Kafka holds the request, in every partition of the mutations",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Taken.class),
                            example = TAKEN))
    @APIResponse(
            responseCode = "400",
            description = "Nothing was published; errors names every rule that is broken",
            content =
                    @Content(
                            mediaType = Problem.MEDIA_TYPE,
                            schema = @Schema(implementation = Problem.class),
                            example = REFUSED))
    @APIResponse(
            responseCode = "408",
            description = "The body did not come within a minute; nothing was published",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "A body of more than 64 KiB",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "415",
            description = "A media type other than application/json",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = "Not promised: send it again after Retry-After seconds; sending again never harms",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Uni<Response> erase(@Context HttpServerRequest call, @Context HttpHeaders headers) {
        if (headers.getMediaType() == null) {
            throw new NotSupportedException();
        }
        Sender sender = senders.current();
        limit.admit(sender.name());
        return reader.read(call, sender).map(this::publish);
    }

    private Response publish(PersonReader.Named named) {
        Instant now = clock.instant();
        ErasureRequest request = new ErasureRequest(
                UUID.randomUUID().toString(),
                now,
                named.person(),
                named.municipality(),
                LocalDate.ofInstant(now, clock.getZone()));
        try {
            publisher.publishAndWait(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("erasure not promised: %s", e.getCause() == null ? "no answer" : e.getCause());
            throw ProblemException.unavailable();
        }
        requested.increment();
        LOG.infof("erasure %s was asked for by %s", request.id(), request.municipality());
        return Response.accepted(new Taken(request.id(), request.day())).build();
    }
}
