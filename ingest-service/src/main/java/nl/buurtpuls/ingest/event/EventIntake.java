package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.ingest.access.Sender;
import nl.buurtpuls.ingest.body.Bodies;
import nl.buurtpuls.ingest.event.Validated.Refused;
import nl.buurtpuls.ingest.event.Validated.Valid;
import nl.buurtpuls.ingest.problem.ProblemException;
import nl.buurtpuls.ingest.publish.Publisher;
import org.jboss.logging.Logger;

/** Checks events, publishes them and waits for Kafka's acknowledgement. */
@Singleton
public final class EventIntake {

    private static final Logger LOG = Logger.getLogger(EventIntake.class);

    private final EventReader reader;
    private final Bodies bodies;
    private final Publisher publisher;
    private final EventMetrics metrics;

    EventIntake(EventReader reader, Bodies bodies, Publisher publisher, EventMetrics metrics) {
        this.reader = reader;
        this.bodies = bodies;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /**
     * Reads a body that has an event in structured mode, or is empty.
     *
     * @param use what to make of it, by a thread that may wait
     * @return what was made of it; fails with a {@link ProblemException} if the body cannot be read
     */
    public <T> Uni<T> read(HttpServerRequest call, Function<Optional<JsonNode>, T> use) {
        return bodies.read(call, body -> {
            if (body.length() > EventReader.LONGEST) {
                throw ProblemException.tooLarge("An event has at most " + EventReader.LONGEST + " bytes.");
            }
            return use.apply(
                    body.length() == 0
                            ? Optional.empty()
                            : Optional.of(Json.parse(body.bytes(), 0, body.length(), null)));
        });
    }

    /**
     * Checks an event in the JSON event format.
     *
     * @throws ProblemException with every rule that it breaks
     */
    public Event check(JsonNode event, Sender sender) {
        Permission permission = new Permission(sender);
        Validated<Event> read = permission.check(reader.read(event, null), null);
        permission.logRefusals();
        if (read instanceof Refused<Event> refused) {
            metrics.refused(refused.errors());
            throw permission.hasRefused()
                    ? ProblemException.forbidden(refused.errors())
                    : ProblemException.invalid(refused.errors());
        }
        return ((Valid<Event>) read).value();
    }

    /**
     * Publishes events, and returns once Kafka has acknowledged them all.
     *
     * @throws ProblemException if it does not in time: then nothing is promised
     */
    public void publish(List<Event> events) {
        try {
            publisher.publishAndWait(events);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("not promised, %d events: %s", events.size(), e.getCause() == null ? "no answer" : e.getCause());
            throw ProblemException.unavailable();
        }
        events.forEach(metrics::accepted);
    }
}
