package nl.buurtpuls.ingest.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.topic.DeadLetterHeaders;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.ingest.access.ReadableKeys;
import nl.buurtpuls.ingest.deadletter.DeadLetter.Resent;
import nl.buurtpuls.ingest.problem.ProblemException;
import nl.buurtpuls.ingest.search.Query;
import nl.buurtpuls.ingest.search.Searched;
import nl.buurtpuls.ingest.search.TopicRecord;
import nl.buurtpuls.ingest.search.TopicSearch;
import org.jspecify.annotations.Nullable;

/** Reads the dead letters, with what tells that one was sent again. */
@Singleton
class Letters {

    /** Where more lie, something is broken that no list mends: the newest are told. */
    private static final int MOST = 50_000;

    private final TopicSearch topics;
    private final ObjectMapper json;

    Letters(TopicSearch topics, ObjectMapper json) {
        this.topics = topics;
        this.json = json;
    }

    /** What stands in the topic: a letter, or the mark of one. */
    private record Entry(
            DeadLetter letter,
            @Nullable String marked,
            @Nullable Resent mark) {
        static Entry of(TopicRecord record) {
            DeadLetter letter = DeadLetter.of(record);
            String offset = record.header(DeadLetterHeaders.RESENT);
            EventId as = DeadLetter.event(record);
            return offset == null || as == null
                    ? new Entry(letter, null, null)
                    : new Entry(letter, record.partition() + "-" + offset, new Resent(record.published(), as));
        }
    }

    /**
     * Letters, the newest first.
     *
     * @param keys under which they were published
     */
    List<DeadLetter> all(ReadableKeys keys) {
        return letters(search(keys).found());
    }

    /**
     * The letter of a name; empty if there is none under these keys.
     *
     * @throws ProblemException if it may be older than what could be looked at
     */
    Optional<DeadLetter> named(String id, ReadableKeys keys) {
        Searched<Entry> searched = search(keys);
        Optional<DeadLetter> named = letters(searched.found()).stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst();
        if (named.isEmpty()) {
            searched.requireAll();
        }
        return named;
    }

    private Searched<Entry> search(ReadableKeys keys) {
        try (TopicSearch.Session session = topics.begin()) {
            return session.search(new Query<>(Topic.DEAD_LETTERS, keys.municipalities(), Entry::of, MOST));
        }
    }

    private static List<DeadLetter> letters(List<Entry> entries) {
        Map<String, Resent> marks = new HashMap<>();
        List<DeadLetter> letters = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.marked() == null) {
                letters.add(entry.letter());
            } else {
                marks.put(entry.marked(), entry.mark());
            }
        }
        return letters.stream()
                .map(letter -> letter.resent(marks.get(letter.id())))
                .sorted(Comparator.comparing(DeadLetter::publishedAt).reversed().thenComparing(DeadLetter::id))
                .toList();
    }

    /**
     * A letter's event in the JSON event format, as it was received.
     *
     * @throws ProblemException if it is not found
     */
    JsonNode event(DeadLetter letter) {
        try (TopicSearch.Session session = topics.begin()) {
            Searched<JsonNode> searched = session.search(new Query<>(
                    Topic.DEAD_LETTERS,
                    letter.municipality() == null ? Set.of() : Set.of(letter.municipality()),
                    record ->
                            letter.id().equals(record.partition() + "-" + record.offset()) ? structured(record) : null,
                    1));
            if (searched.found().isEmpty()) {
                searched.requireAll();
                throw ProblemException.unknown("There is no such dead letter.");
            }
            return searched.found().get(0);
        }
    }

    private JsonNode structured(TopicRecord record) {
        ObjectNode event = json.createObjectNode();
        for (String attribute : List.of("specversion", "id", "source", "type", "time")) {
            String value = record.header("ce_" + attribute);
            if (value != null) {
                event.put(attribute, value);
            }
        }
        event.put("datacontenttype", "application/json");
        try {
            event.set("data", json.readTree(record.value()));
        } catch (JsonProcessingException e) {
            // Without data: the door says that they are missing, and does not quote what is there.
            return event;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail", e);
        }
        return event;
    }
}
