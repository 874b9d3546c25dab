package nl.buurtpuls.ingest.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.ingest.access.ReadableKeys;
import nl.buurtpuls.ingest.access.Sender;
import nl.buurtpuls.ingest.event.EventIntake;
import nl.buurtpuls.ingest.problem.ProblemException;
import nl.buurtpuls.ingest.publish.Publisher;
import org.jboss.logging.Logger;

/**
 * Sends a dead letter again: the event first, and then the mark. Should it break off between the two, the letter stays
 * open, and sending it once more does no harm.
 */
@Singleton
class Resending {

    private static final Logger LOG = Logger.getLogger(Resending.class);

    private final Letters letters;
    private final EventIntake intake;
    private final Publisher publisher;

    Resending(Letters letters, EventIntake intake, Publisher publisher) {
        this.letters = letters;
        this.intake = intake;
        this.publisher = publisher;
    }

    /**
     * Sends a letter again.
     *
     * @param id its partition and offset
     * @param sender must speak for the municipality of the letter and that of the event
     * @param mended what to send in its place; empty for what it was
     * @return the event that was sent
     */
    EventId resend(String id, Sender sender, Optional<JsonNode> mended) {
        DeadLetter letter = letters.named(id, ReadableKeys.of(sender, null))
                .orElseThrow(() -> ProblemException.unknown("There is no dead letter " + id + "."));
        if (letter.state() == DeadLetter.State.RESENT) {
            throw ProblemException.doneBefore("The letter was sent again before. Push another event to /v1/events.");
        }
        if (letter.topic() != null && !letter.topic().equals(Topic.MUTATIONS.topicName())) {
            throw ProblemException.doneBefore(
                    "The letter was no mutation: what it was follows from mutations, and is made anew from them.");
        }
        Event event = intake.check(mended.orElseGet(() -> letters.event(letter)), sender);
        intake.publish(List.of(event));
        mark(letter, event.id());
        return event.id();
    }

    private void mark(DeadLetter letter, EventId as) {
        String[] place = letter.id().split("-");
        try {
            publisher.markResent(letter.municipality(), Integer.parseInt(place[0]), Long.parseLong(place[1]), as);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("letter %s was sent again, and is not marked: %s", letter.id(), e.getMessage());
            throw ProblemException.unavailable();
        }
    }
}
