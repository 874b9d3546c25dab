package nl.buurtpuls.indicator.erasure;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.buurtpuls.contract.event.ErasureHeaders;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.FactOrder;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.topic.Republished;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Which records of a partition stay when persons are erased. The records are shown to it three times: to find the events
 * of those persons, to find which of them another content of the same event takes from them, and to be chosen. What
 * comes after the last request that names a person is of a new life, and stays.
 */
final class Selection {

    /** The characters of a pseudonym. */
    private static final String OF_AN_ID = "[A-Za-z0-9_-]";

    private final long began;
    /** Offset of the last request, by person. */
    private final Map<String, Long> erased;

    private final Map<EventOf, Held> held = new HashMap<>();

    /** An event as a municipality knows it: each decides by itself what it says. */
    record EventOf(String municipality, EventId id) {}

    /** A content that is of an erased person, and the offset of the request. */
    private record Held(Event event, long requestedAt) {}

    /**
     * @param began offset of the first record of the partition
     * @param erased offset of the last request, by person
     */
    Selection(long began, Map<String, Long> erased) {
        this.began = began;
        this.erased = Map.copyOf(erased);
    }

    /** First time: notes an event of an erased person. */
    void collect(ConsumerRecord<byte[], byte[]> record) {
        String municipality = municipality(record);
        read(record)
                .filter(event -> isOfErased(event, record.offset()))
                .ifPresent(event -> held.merge(
                        new EventOf(municipality, event.id()),
                        new Held(event, erased.get(event.data().subject().id())),
                        (a, b) -> FactOrder.precedence(municipality).compare(a.event(), b.event()) <= 0 ? a : b));
    }

    /** Second time: an event that counts as another's is not the erased person's. */
    void contest(ConsumerRecord<byte[], byte[]> record) {
        String municipality = municipality(record);
        read(record).filter(event -> !isOfErased(event, record.offset())).ifPresent(event -> {
            EventOf id = new EventOf(municipality, event.id());
            Held other = held.get(id);
            if (other != null
                    && record.offset() < other.requestedAt()
                    && FactOrder.precedence(municipality).compare(event, other.event()) < 0) {
                held.remove(id);
            }
        });
    }

    /** Third time: whether the record stays. */
    boolean keeps(ConsumerRecord<byte[], byte[]> record) {
        if (Republished.isCopy(record.headers(), began)) {
            return false;
        }
        if (ErasureHeaders.isRequest(record.headers())) {
            return !isMet(record);
        }
        Optional<Event> event = read(record);
        return event.isPresent()
                ? !isOfErased(event.get(), record.offset())
                        && !isHeld(municipality(record), event.get(), record.offset())
                : !names(record);
    }

    /** The events that were of erased persons. */
    Set<EventOf> events() {
        return held.keySet();
    }

    private boolean isMet(ConsumerRecord<byte[], byte[]> request) {
        try {
            String person =
                    ErasureHeaders.read(request.headers(), request.value()).person();
            return request.offset() <= requestedAt(person);
        } catch (IllegalArgumentException e) {
            // It names nobody, and no second reading will change that.
            return true;
        }
    }

    private boolean isOfErased(Event event, long offset) {
        return event.data().subject() instanceof Subject.Person person && offset < requestedAt(person.id());
    }

    private long requestedAt(String person) {
        return erased.getOrDefault(person, -1L);
    }

    /** Whether it is another content of an erased person's event, or takes that event back in another's name. */
    private boolean isHeld(String municipality, Event event, long offset) {
        Held same = held.get(new EventOf(municipality, event.id()));
        Held retracted = event.data() instanceof Retraction retraction
                ? held.get(new EventOf(municipality, retraction.retracts()))
                : null;
        return same != null && offset < same.requestedAt() || retracted != null && offset < retracted.requestedAt();
    }

    /** Whether a record that cannot be read has a person's id as a word in it. */
    private boolean names(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return false;
        }
        String text = new String(record.value(), StandardCharsets.UTF_8);
        return erased.entrySet().stream()
                .anyMatch(request -> record.offset() < request.getValue() && standsIn(request.getKey(), text));
    }

    /** Whether a pseudonym stands in a text, by itself. */
    static boolean standsIn(String person, String text) {
        return text.contains(person)
                && Pattern.compile("(?<!" + OF_AN_ID + ")" + Pattern.quote(person) + "(?!" + OF_AN_ID + ")")
                        .matcher(text)
                        .find();
    }

    private Optional<Event> read(ConsumerRecord<byte[], byte[]> record) {
        if (Republished.isCopy(record.headers(), began) || ErasureHeaders.isRequest(record.headers())) {
            return Optional.empty();
        }
        return event(record.headers(), record.value());
    }

    /** Under whose key a record stands. */
    static String municipality(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** The event of a record; none if it cannot be read. */
    static Optional<Event> event(Headers headers, byte[] value) {
        try {
            return value == null ? Optional.empty() : Optional.of(EventHeaders.read(headers, value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The identity that a record's headers name; none if they name none. */
    static Optional<EventId> eventId(Headers headers) {
        Header source = headers.lastHeader("ce_source");
        Header id = headers.lastHeader("ce_id");
        if (source == null || source.value() == null || id == null || id.value() == null) {
            return Optional.empty();
        }
        return Optional.of(new EventId(
                new String(source.value(), StandardCharsets.UTF_8), new String(id.value(), StandardCharsets.UTF_8)));
    }
}
