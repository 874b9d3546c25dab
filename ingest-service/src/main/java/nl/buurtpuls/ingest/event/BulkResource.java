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
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.contract.problem.Problem;
import nl.buurtpuls.ingest.problem.ProblemException;
import nl.buurtpuls.ingest.publish.PublishConfig;
import nl.buurtpuls.ingest.publish.Publisher;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Takes events without end, one a line. What is wrong is answered as it is met, the rest is published; memory does not
 * grow with the length, since reading waits while too many events are not acknowledged.
 */
@Path("/v1/events/bulk")
@Blocking
public class BulkResource {

    static final String NDJSON = "application/x-ndjson";
    private static final String PATH = "/v1/events/bulk";

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
    public record Refused(long line, List<FieldError> errors) {}

    /** The last line of an answer that took everything it could. */
    public record Done(long accepted, long refused) {}

    /** The last line of an answer that had to stop: send again from the line after {@code acknowledgedThroughLine}. */
    public record Stopped(Problem error, long acknowledgedThroughLine, long refused) {}

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @Operation(summary = "Push events without end, one a line")
    public StreamingOutput bulk(InputStream body) {
        return answer -> take(new Lines(body), answer);
    }

    private void take(Lines lines, OutputStream answer) throws IOException {
        Acknowledgements waiting = new Acknowledgements(config.bulkInFlight());
        long accepted = 0;
        long refused = 0;
        try {
            while (lines.next() && !waiting.hasFailed()) {
                Errors errors = new Errors(null);
                Event event = read(lines, errors);
                if (event == null) {
                    refused++;
                    metrics.refused(errors.found());
                    write(answer, new Refused(lines.number(), errors.found()));
                    answer.flush();
                } else if (waiting.enter(lines.number(), config.patience())) {
                    publisher.publish(List.of(event)).whenComplete(waiting.of(lines.number()));
                    metrics.accepted(event);
                    accepted++;
                }
            }
            if (waiting.awaitAll(config.patience())) {
                write(answer, new Done(accepted, refused));
            } else {
                Problem problem = ProblemException.unavailable().problem(PATH);
                write(answer, new Stopped(problem, waiting.acknowledgedThrough(), refused));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while publishing", e);
        }
    }

    private @Nullable Event read(Lines lines, Errors errors) {
        if (lines.isTooLong()) {
            errors.add("", Rule.TOO_LONG, "A line has at most " + Lines.LONGEST + " bytes.");
            return null;
        }
        try {
            return reader.read(Json.parse(lines.bytes(), lines.offset(), lines.length()), errors);
        } catch (ProblemException e) {
            e.errors().forEach(errors::add);
            return null;
        }
    }

    private void write(OutputStream answer, Object line) throws IOException {
        answer.write(json.writeValueAsBytes(line));
        answer.write('\n');
    }
}
