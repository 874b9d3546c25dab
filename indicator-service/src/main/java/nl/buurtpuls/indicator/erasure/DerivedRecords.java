package nl.buurtpuls.indicator.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.topic.DeadLetterHeaders;
import nl.buurtpuls.contract.topic.Republished;
import nl.buurtpuls.indicator.erasure.Selection.EventOf;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Rids what stands beside the mutations of some persons: findings name their events, dead letters hold all there was. */
final class DerivedRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> persons;
    private final Set<EventOf> events;
    private long dropped;

    /**
     * @param persons pseudonyms
     * @param events the events that were theirs
     */
    DerivedRecords(Set<String> persons, Set<EventOf> events) {
        this.persons = Set.copyOf(persons);
        this.events = Set.copyOf(events);
    }

    /** How many records were dropped. */
    long dropped() {
        return dropped;
    }

    void scrubFindings(Partition partition) throws InterruptedException {
        scrub(partition, this::isFindingOnEvent);
    }

    void scrubDeadLetters(Partition partition) throws InterruptedException {
        scrub(partition, this::isLetterOfPerson);
    }

    @FunctionalInterface
    private interface Choice {
        boolean drops(ConsumerRecord<byte[], byte[]> record);
    }

    /** Nearly always there is nothing to drop, and all stays as it is. */
    private void scrub(Partition partition, Choice choice) throws InterruptedException {
        long begin = partition.begin();
        long end = partition.end();
        long[] unwanted = {0};
        partition.read(begin, end, record -> unwanted[0] += choice.drops(record) ? 1 : 0);
        if (unwanted[0] == 0) {
            return;
        }
        Map<Long, Long> moved = new HashMap<>();
        partition.read(begin, end, record -> {
            if (choice.drops(record) || Republished.isCopy(record.headers(), begin)) {
                return;
            }
            Header resent = record.headers().lastHeader(DeadLetterHeaders.RESENT);
            if (resent == null) {
                moved.put(record.offset(), Partition.acknowledged(partition.writeAgain(record, end)));
            } else if (moved.containsKey(number(resent))) {
                partition.writeAgain(record, end, header(moved.get(number(resent))));
            }
        });
        partition.awaitAcknowledged();
        partition.deleteBefore(end);
        dropped += unwanted[0];
    }

    private static long number(Header header) {
        try {
            return Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Header header(long offset) {
        return new RecordHeader(DeadLetterHeaders.RESENT, Long.toString(offset).getBytes(StandardCharsets.US_ASCII));
    }

    private boolean isFindingOnEvent(ConsumerRecord<byte[], byte[]> record) {
        try {
            JsonNode event = JSON.readTree(record.value()).path("event");
            EventId id =
                    new EventId(event.path("source").asText(), event.path("id").asText());
            return events.contains(new EventOf(Selection.municipality(record), id));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isLetterOfPerson(ConsumerRecord<byte[], byte[]> letter) {
        Headers headers = letter.headers();
        if (Selection.eventId(headers)
                .filter(id -> events.contains(new EventOf(Selection.municipality(letter), id)))
                .isPresent()) {
            return true;
        }
        String text = letter.value() == null ? "" : new String(letter.value(), StandardCharsets.UTF_8);
        String key = letter.key() == null ? "" : new String(letter.key(), StandardCharsets.UTF_8);
        return persons.stream().anyMatch(person -> Selection.standsIn(person, text) || Selection.standsIn(person, key));
    }
}
