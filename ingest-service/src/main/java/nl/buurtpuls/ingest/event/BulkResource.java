package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BiConsumer;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.contract.problem.Problem;
import nl.buurtpuls.ingest.problem.ProblemException;
import nl.buurtpuls.ingest.publish.PublishConfig;
import nl.buurtpuls.ingest.publish.Publisher;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/**
 * Takes events without end, one a line. What is wrong is answered as it is met, the rest is published; memory does not
 * grow with the length, since reading waits while too many events are not acknowledged.
 */
@Path(BulkResource.PATH)
@Blocking
@Tag(name = "events")
public class BulkResource {

    static final String NDJSON = "application/x-ndjson";
    static final String PATH = "/v1/events/bulk";

    private static final Logger LOG = Logger.getLogger(BulkResource.class);

    private final EventReader reader;
    private final Publisher publisher;
    private final PublishConfig config;
    private final EventMetrics metrics;
    private final ObjectMapper json;

    BulkResource(
            EventReader reader, Publisher publisher, PublishConfig config, EventMetrics metrics, ObjectMapper json) {
        this.reader = reader;
        this.publisher = publisher;
        this.config = config;
        this.metrics = metrics;
        this.json = json;
    }

    /** A line that was refused. */
    @Schema(requiredProperties = {"line", "errors"})
    public record Refused(long line, List<FieldError> errors) {}

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
                    + " {\"line\",\"errors\"} for each that is refused, and a last line {\"accepted\",\"refused\"} once"
                    + " Kafka holds all others. Should Kafka stop acknowledging, the last line is"
                    + " {\"error\",\"acknowledgedThroughLine\",\"refused\"}: send again from the line after it. Without a"
                    + " last line nothing is known: send all again, which never harms.")
    @RequestBody(required = true, content = @Content(mediaType = NDJSON, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "What was refused, line by line, and the outcome in the last line",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(oneOf = {Refused.class, Done.class, Stopped.class}),
                            example = "{\"accepted\":2,\"refused\":0}"))
    public StreamingOutput bulk(InputStream body) {
        return answer -> take(new Lines(body), answer);
    }

    private void take(Lines lines, OutputStream answer) throws IOException {
        Acknowledgements waiting = new Acknowledgements(config.bulkInFlight());
        long accepted = 0;
        long refused = 0;
        try {
            while (lines.next() && !waiting.hasFailed()) {
                Validated<Event> read = read(lines);
                if (read instanceof Validated.Refused<Event> wrong) {
                    refused++;
                    metrics.refused(wrong.errors());
                    write(answer, new Refused(lines.number(), wrong.errors()));
                    answer.flush();
                } else if (read instanceof Validated.Valid<Event> valid
                        && waiting.enter(lines.number(), config.patience())) {
                    publish(valid.value(), waiting.of(lines.number()));
                    accepted++;
                }
            }
            if (waiting.awaitAll(config.patience())) {
                write(answer, new Done(accepted, refused));
            } else {
                LOG.warnf("bulk load stopped, acknowledged through line %d", waiting.acknowledgedThrough());
                Problem problem = ProblemException.unavailable().problem(PATH);
                write(answer, new Stopped(problem, waiting.acknowledgedThrough(), refused));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while publishing", e);
        }
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

    private void write(OutputStream answer, Object line) throws IOException {
        answer.write(json.writeValueAsBytes(line));
        answer.write('\n');
    }
}
