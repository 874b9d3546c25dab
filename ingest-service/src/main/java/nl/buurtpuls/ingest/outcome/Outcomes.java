package nl.buurtpuls.ingest.outcome;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.ingest.deadletter.DeadLetter;
import nl.buurtpuls.ingest.deadletter.DeadLetter.Position;
import nl.buurtpuls.ingest.outcome.EventOutcome.Found;
import nl.buurtpuls.ingest.outcome.EventOutcome.SentContent;
import nl.buurtpuls.ingest.outcome.EventOutcome.State;
import nl.buurtpuls.ingest.problem.ProblemException;
import nl.buurtpuls.ingest.search.CommittedOffsets;
import nl.buurtpuls.ingest.search.Query;
import nl.buurtpuls.ingest.search.Searched;
import nl.buurtpuls.ingest.search.TopicRecord;
import nl.buurtpuls.ingest.search.TopicSearch;
import org.jspecify.annotations.Nullable;

/** Gathers from the topics what became of an event. */
@Singleton
class Outcomes {

    /** Who sends an event more often than this is told of so many. */
    private static final int MOST = 1000;

    private static final byte[] RETRACTION = EventType.RETRACTION.typeName().getBytes(StandardCharsets.UTF_8);

    private final TopicSearch topics;
    private final CommittedOffsets committed;
    private final FindingReader findings;

    Outcomes(TopicSearch topics, CommittedOffsets committed, FindingReader findings) {
        this.topics = topics;
        this.committed = committed;
        this.findings = findings;
    }

    /**
     * What became of an event; empty if it is not there.
     *
     * @param municipalities under whose keys to look; empty for under any
     * @throws ProblemException if it may be older than what could be looked at
     */
    Optional<EventOutcome> of(EventId id, Set<String> municipalities) {
        try (TopicSearch.Session session = topics.begin()) {
            // Asked before the topic is read: what is applied meanwhile is said to be accepted, and not the other way.
            Map<Integer, Long> offsets = committed.ofMutations();
            Searched<Copy> mutations = session.search(
                    new Query<>(Topic.MUTATIONS, municipalities, record -> aboutEvent(record, id), MOST));
            Searched<DeadLetter> buried =
                    session.search(new Query<>(Topic.DEAD_LETTERS, municipalities, record -> letter(record, id), MOST));
            List<DeadLetter> letters = buried.found();
            List<Content> contents = Content.of(mutations.found().stream()
                    .filter(copy -> copy.event().id().equals(id))
                    .toList());
            if (contents.isEmpty() && letters.isEmpty()) {
                mutations.requireAll();
                buried.requireAll();
                return Optional.empty();
            }
            List<Found> found = session.search(
                            new Query<>(Topic.FINDINGS, municipalities, record -> findings.about(record, id), MOST))
                    .found();
            if (contents.isEmpty()) {
                return Optional.of(unreadable(id, letters, found, mutations.from()));
            }
            EventId retractedBy = retractedBy(contents.get(0).event(), mutations.found(), offsets);
            return Optional.of(outcome(contents, retractedBy, letters, found, offsets, mutations.from()));
        }
    }

    /** The event itself, or what retracts it: retractions are few, so each of them is read. */
    private static @Nullable Copy aboutEvent(TopicRecord record, EventId id) {
        if (record.isOf(id)) {
            return Copy.of(record);
        }
        if (!record.has("ce_type", RETRACTION)) {
            return null;
        }
        Copy copy = Copy.of(record);
        return copy != null && ((Retraction) copy.event().data()).retracts().equals(id) ? copy : null;
    }

    /** A mutation that could not be applied; not what else goes to the dead letters, and not the mark of a letter. */
    private static @Nullable DeadLetter letter(TopicRecord record, EventId id) {
        if (!record.isOf(id)) {
            return null;
        }
        DeadLetter letter = DeadLetter.of(record);
        return Topic.MUTATIONS.topicName().equals(letter.topic()) ? letter : null;
    }

    /** A retraction cannot be retracted itself. */
    private static @Nullable EventId retractedBy(Event event, List<Copy> copies, Map<Integer, Long> offsets) {
        if (event.data() instanceof Retraction) {
            return null;
        }
        return Content.of(copies.stream()
                        .filter(copy -> copy.event().data() instanceof Retraction retraction
                                && event.data().concerns(copy.key())
                                && retraction.actsOn(event, copy.key()))
                        .toList())
                .stream()
                .filter(content -> content.isApplied(offsets))
                .map(content -> content.event().id())
                .findFirst()
                .orElse(null);
    }

    private static EventOutcome outcome(
            List<Content> contents,
            @Nullable EventId retractedBy,
            List<DeadLetter> letters,
            List<Found> found,
            Map<Integer, Long> offsets,
            @Nullable Instant searchedFrom) {
        Content counts = contents.get(0);
        boolean buried = counts.copies().stream()
                .map(copy -> new Position(copy.partition(), copy.offset()))
                .allMatch(copy -> letters.stream().anyMatch(letter -> copy.equals(letter.position())));
        State state;
        if (buried) {
            state = State.DEAD_LETTER;
        } else if (retractedBy != null) {
            state = State.RETRACTED;
        } else {
            state = counts.isApplied(offsets) ? State.APPLIED : State.ACCEPTED;
        }
        Event event = counts.event();
        return new EventOutcome(
                event.id().id(),
                event.id().source(),
                event.data().type().typeName(),
                state,
                event.data().municipality(),
                counts.first().published(),
                counts.first().partition(),
                counts.first().offset(),
                contents.stream().mapToInt(Content::sent).sum(),
                contents.size() == 1
                        ? null
                        : contents.stream().map(each -> sent(each, contents)).toList(),
                retractedBy,
                names(letters),
                found,
                searchedFrom);
    }

    private static SentContent sent(Content content, List<Content> contents) {
        return new SentContent(
                content.event().data().type().typeName(),
                content.event().time(),
                content.first().published(),
                content.sent(),
                content.counts(contents));
    }

    private static EventOutcome unreadable(
            EventId id, List<DeadLetter> letters, List<Found> found, @Nullable Instant searchedFrom) {
        DeadLetter first = letters.get(0);
        Position position = first.position();
        return new EventOutcome(
                id.id(),
                id.source(),
                first.type(),
                State.DEAD_LETTER,
                first.municipality(),
                first.publishedAt(),
                position == null ? null : position.partition(),
                position == null ? null : position.offset(),
                letters.size(),
                null,
                null,
                names(letters),
                found,
                searchedFrom);
    }

    private static @Nullable List<String> names(List<DeadLetter> letters) {
        return letters.isEmpty() ? null : letters.stream().map(DeadLetter::id).toList();
    }
}
