package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.ingest.problem.ProblemException;
import nl.buurtpuls.ingest.publish.PublishConfig;
import nl.buurtpuls.ingest.publish.Publisher;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** Takes events: one, or a batch of which all or nothing is published. */
@Path("/v1/events")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class EventsResource {

    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    private static final int LARGEST_BODY = 32 * 1024 * 1024;
    private static final int LARGEST_BATCH = 10_000;
    private static final String ATTRIBUTE_PREFIX = "ce-";

    private final EventReader reader;
    private final Publisher publisher;
    private final PublishConfig config;
    private final EventMetrics metrics;

    EventsResource(EventReader reader, Publisher publisher, PublishConfig config, EventMetrics metrics) {
        this.reader = reader;
        this.publisher = publisher;
        this.config = config;
        this.metrics = metrics;
    }

    /** What was taken. */
    public record Accepted(int accepted) {}

    @POST
    @Consumes(STRUCTURED)
    @Operation(summary = "Push one event, structured mode")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response structured(InputStream body) throws IOException, InterruptedException {
        return take(List.of(Json.parse(read(body))), false);
    }

    @POST
    @Consumes(BATCH)
    @Operation(summary = "Push a batch of at most 10,000 events, all or nothing")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.ARRAY)))
    public Response batch(InputStream body) throws IOException, InterruptedException {
        JsonNode batch = Json.parse(read(body));
        if (!batch.isArray()) {
            throw ProblemException.malformed(
                    new FieldError(null, "", Rule.NOT_AN_ARRAY.code(), "Expected a JSON array of events."));
        }
        if (batch.size() > LARGEST_BATCH) {
            throw ProblemException.tooLarge("A batch has at most 10,000 events, this one has " + batch.size() + ".");
        }
        List<JsonNode> events = new ArrayList<>(batch.size());
        batch.forEach(events::add);
        return take(events, true);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Push one event, binary mode: attributes in ce- headers, data in the body")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response binary(@Context HttpHeaders headers, InputStream body) throws IOException, InterruptedException {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        headers.getRequestHeaders().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(ATTRIBUTE_PREFIX)) {
                event.put(lower.substring(ATTRIBUTE_PREFIX.length()), decode(values.get(0)));
            }
        });
        event.put("datacontenttype", MediaType.APPLICATION_JSON);
        event.set("data", Json.parse(read(body)));
        return take(List.of(event), false);
    }

    /** Header values are percent-encoded (CloudEvents HTTP binding, 3.1.3.2); a plus sign stands for itself. */
    private static String decode(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private Response take(List<JsonNode> nodes, boolean inBatch) throws InterruptedException {
        List<Event> events = new ArrayList<>(nodes.size());
        List<FieldError> wrong = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Errors errors = new Errors(inBatch ? i : null);
            Event event = reader.read(nodes.get(i), errors);
            if (event == null) {
                wrong.addAll(errors.found());
            } else {
                events.add(event);
            }
        }
        if (!wrong.isEmpty()) {
            metrics.refused(wrong);
            throw ProblemException.invalid(wrong);
        }
        try {
            publisher.publish(events).get(config.patience().toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw ProblemException.unavailable();
        }
        events.forEach(metrics::accepted);
        return Response.accepted(new Accepted(events.size())).build();
    }

    private static byte[] read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw ProblemException.tooLarge("The body is larger than 32 MiB; send it to /v1/events/bulk.");
        }
        return bytes;
    }
}
