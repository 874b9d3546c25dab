package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.ingest.access.Sender;
import nl.buurtpuls.ingest.event.Bodies.Body;
import nl.buurtpuls.ingest.event.Validated.Refused;
import nl.buurtpuls.ingest.event.Validated.Valid;
import nl.buurtpuls.ingest.problem.ProblemException;
import nl.buurtpuls.ingest.publish.Publisher;
import org.jboss.logging.Logger;

/** The way in for one event that does not come by {@code /v1/events}: the same rules hold, and the same promise. */
@Singleton
public final class EventDoor {

    private static final Logger LOG = Logger.getLogger(EventDoor.class);

    private final EventReader reader;
    private final Bodies bodies;
    private final Publisher publisher;
    private final EventMetrics metrics;

    EventDoor(EventReader reader, Bodies bodies, Publisher publisher, EventMetrics metrics) {
        this.reader = reader;
        this.bodies = bodies;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /**
     * Reads a body that has an event in structured mode.
     *
     * @param length of the body as its sender named it, negative if not at all
     * @param sender who must speak for its municipality
     * @throws ProblemException with every rule that it breaks
     */
    public Event read(InputStream in, long length, Sender sender) throws IOException {
        try (Body body = bodies.read(in, length)) {
            if (body.length() > EventReader.LONGEST) {
                throw ProblemException.tooLarge("An event has at most " + EventReader.LONGEST + " bytes.");
            }
            return check(Json.parse(body.bytes(), 0, body.length(), null), sender);
        }
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
    public void publish(List<Event> events) throws InterruptedException {
        try {
            publisher.publishAndWait(events);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("not promised, %d events: %s", events.size(), e.getCause() == null ? "no answer" : e.getCause());
            throw ProblemException.unavailable();
        }
        events.forEach(metrics::accepted);
    }
}
