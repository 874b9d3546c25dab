package nl.buurtpuls.ingest.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.contract.problem.Problem;
import nl.buurtpuls.ingest.access.Sender;
import nl.buurtpuls.ingest.access.Senders;
import nl.buurtpuls.ingest.event.EventMetrics;
import nl.buurtpuls.ingest.event.EventReader;
import nl.buurtpuls.ingest.event.EventsResource;
import nl.buurtpuls.ingest.event.Json;
import nl.buurtpuls.ingest.event.Permission;
import nl.buurtpuls.ingest.event.Rule;
import nl.buurtpuls.ingest.event.Validated;
import nl.buurtpuls.ingest.limit.RateLimit;
import nl.buurtpuls.ingest.problem.ProblemException;
import nl.buurtpuls.ingest.publish.PublishConfig;
import nl.buurtpuls.ingest.publish.Publisher;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes events without end, one a line. What is wrong is answered as it is met, the rest is published; memory does not
 * grow with the length, since reading waits while too many events are not acknowledged.
 */
@Path(EventsResource.BULK_PATH)
@Blocking
@RolesAllowed(Roles.MUTATION_WRITER)
@Tag(name = "events")
public class BulkResource {

    static final String NDJSON = "application/x-ndjson";

    static final String RESUME = "Buurtpuls-Resume";

    private static final Pattern LINE = Pattern.compile("\\d{1,18}");
    private static final Logger LOG = Logger.getLogger(BulkResource.class);

    private final EventReader reader;
    private final Senders senders;
    private final RateLimit limit;
    private final BulkSlots slots;
    private final Publisher publisher;
    private final PublishConfig config;
    private final EventMetrics metrics;
    private final ObjectMapper json;

    BulkResource(
            EventReader reader,
            Senders senders,
            RateLimit limit,
            BulkSlots slots,
            Publisher publisher,
            PublishConfig config,
            EventMetrics metrics,
            ObjectMapper json) {
        this.reader = reader;
        this.senders = senders;
        this.limit = limit;
        this.slots = slots;
        this.publisher = publisher;
        this.config = config;
        this.metrics = metrics;
        this.json = json;
    }

    /** A line that was refused. */
    @Schema(requiredProperties = {"line", "errors"})
    public record Refused(long line, List<FieldError> errors) {}

    /**
     * A line every few seconds: every good line up to and with {@code acknowledgedThroughLine} is in Kafka, every bad one has
     * been answered. Should the connection break, the sender can go on after it.
     *
     * @param acknowledged events that Kafka holds
     * @param refused lines that were refused
     */
    @Schema(requiredProperties = {"acknowledgedThroughLine", "acknowledged", "refused"})
    public record Progress(long acknowledgedThroughLine, long acknowledged, long refused) {}

    /** The last line of an answer that took everything it could. */
    @Schema(requiredProperties = {"accepted", "refused"})
    public record Done(long accepted, long refused) {}

    /** The last line of an answer that had to stop: send again from the line after {@code acknowledgedThroughLine}. */
    @Schema(requiredProperties = {"error", "acknowledgedThroughLine", "refused"})
    public record Stopped(Problem error, long acknowledgedThroughLine, long refused) {}

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @Operation(
            operationId = "pushBulk",
            summary = "Push events without end, one a line",
            description = "Good lines are published, whatever becomes of the others. The answer streams: a line"
                    + " {\"line\",\"errors\"} for each that is refused, every few seconds a line"
                    + " {\"acknowledgedThroughLine\",\"acknowledged\",\"refused\"}, and a last line {\"accepted\",\"refused\"}"
                    + " once Kafka holds all good ones. Should Kafka stop acknowledging, the last line is"
                    + " {\"error\",\"acknowledgedThroughLine\",\"refused\"}. Whoever was cut short sends again from the line"
                    + " after the last acknowledgedThroughLine, with that number in Buurtpuls-Resume, so that lines are"
                    + " counted on; or sends all again, which never harms. Read the answer while sending. Behind a proxy that"
                    + " allows no answer before the end of a body, all of it comes then, and without how far it is; what is"
                    + " refused beyond a MiB of such lines ends the load, with a last line of the form with error.")
    @RequestBody(required = true, content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "400",
            description = "A header cannot be read; what is wrong with a line is in the answer's lines",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "415",
            description = "A media type other than application/x-ndjson, or a content coding",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "The sender has asked too much, or has 10 bulk loads that go on: send it again later",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description =
                    "60 bulk loads go on already, of all senders together: send it again after Retry-After seconds",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "200",
            description = "What was refused, line by line, and the outcome in the last line",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(oneOf = {Refused.class, Progress.class, Done.class, Stopped.class}),
                            example = "{\"accepted\":2,\"refused\":0}"))
    public StreamingOutput bulk(
            InputStream body,
            @HeaderParam(RESUME)
                    @Parameter(
                            description =
                                    "The line before the first of this body, when a load goes on: lines are counted"
                                            + " from there.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"),
                            example = "12000")
                    @Nullable
                    String resume,
            @Context RoutingContext call) {
        Sender sender = senders.current();
        limit.admit(sender.name());
        long before = lineBefore(resume);
        // Before the answer begins: it cannot be a refusal any more then.
        BulkSlots.Slot slot = slots.take(sender.name());
        call.addEndHandler(ended -> slot.callEnded());
        if (call.response().closed()) {
            // No end is told of a call that had ended before.
            slot.callEnded();
        }
        return answer -> slot.use(() -> take(body, before, sender, answer));
    }

    private static long lineBefore(@Nullable String resume) {
        if (resume == null) {
            return 0;
        }
        if (!LINE.matcher(resume).matches()) {
            throw ProblemException.invalidHeader(new FieldError(
                    null, "/" + RESUME, Rule.OUT_OF_RANGE.code(), "Expected the number of a line, from 0."));
        }
        return Long.parseLong(resume);
    }

    /** Takes the lines of a body, and answers as it goes. */
    void take(InputStream body, long before, Sender sender, OutputStream out) throws IOException {
        Permission permission = new Permission(sender);
        try {
            publish(new Lines(body, before), sender, permission, new BulkAnswer(out, json, config.bulkAnswer()));
        } finally {
            permission.logRefusals();
        }
    }

    private void publish(Lines lines, Sender sender, Permission permission, BulkAnswer answer) throws IOException {
        Acknowledgements waiting = new Acknowledgements(config.bulkInFlight(), lines.number());
        long accepted = 0;
        long refused = 0;
        long told = System.nanoTime();
        try {
            while (!answer.isFull() && lines.next() && !waiting.hasFailed()) {
                Validated<Event> read = permission.check(read(lines), null);
                if (read instanceof Validated.Refused<Event> wrong) {
                    refused++;
                    metrics.refused(wrong.errors());
                    answer.refused(new Refused(lines.number(), wrong.errors()));
                } else if (read instanceof Validated.Valid<Event> valid
                        && waiting.enter(lines.number(), config.patience())) {
                    publish(valid.value(), waiting.of(lines.number()));
                    accepted++;
                }
                if (System.nanoTime() - told > config.bulkProgress().toNanos()) {
                    told = System.nanoTime();
                    answer.progress(new Progress(waiting.acknowledgedThrough(), waiting.acknowledged(), refused));
                }
                limit.pace(sender.name());
            }
            if (!waiting.awaitAll(config.patience())) {
                LOG.warnf("bulk load stopped, acknowledged through line %d", waiting.acknowledgedThrough());
                answer.end(stopped(ProblemException.unavailable(), waiting.acknowledgedThrough(), refused));
            } else if (answer.isFull()) {
                answer.end(stopped(ProblemException.tooManyRefused(refused), lines.number(), refused));
            } else {
                answer.end(new Done(accepted, refused));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while publishing", e);
        }
    }

    private static Stopped stopped(ProblemException why, long through, long refused) {
        return new Stopped(why.problem(EventsResource.BULK_PATH), through, refused);
    }

    private void publish(Event event, BiConsumer<Void, Throwable> told) {
        publisher.publish(List.of(event)).whenComplete((nothing, failure) -> {
            if (failure == null) {
                metrics.accepted(event);
            }
            told.accept(nothing, failure);
        });
    }

    private Validated<Event> read(Lines lines) {
        if (lines.isTooLong()) {
            return EventReader.tooLong(null);
        }
        try {
            return reader.read(Json.parse(lines.bytes(), lines.offset(), lines.length(), null), null);
        } catch (ProblemException e) {
            return new Validated.Refused<>(e.errors());
        }
    }
}
