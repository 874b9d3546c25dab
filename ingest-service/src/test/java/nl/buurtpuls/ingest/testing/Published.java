package nl.buurtpuls.ingest.testing;

import java.util.Comparator;
import java.util.List;
import nl.buurtpuls.contract.event.ErasureHeaders;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.kafka.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is in the mutations topic. */
public final class Published {

    private Published() {}

    /** All records of the topic, in order of their publication. */
    public static List<ConsumerRecord<String, byte[]>> all() {
        try (TopicReader<String> reader = new TopicReader<>(
                RealKafka.broker().bootstrapServers(), new StringDeserializer(), IsolationLevel.READ_COMMITTED)) {
            return reader.read(Topic.MUTATIONS.topicName()).stream()
                    .sorted(Comparator.comparingLong(ConsumerRecord::timestamp))
                    .toList();
        }
    }

    /** All events of the topic, in order of their publication; not what a test has put there past the door. */
    public static List<Event> events() {
        return eventsAfter(0);
    }

    /** The events that are not among the first so many records. */
    public static List<Event> eventsAfter(long records) {
        return all().stream()
                .skip(records)
                .filter(record ->
                        record.headers().lastHeader("ce_time") != null && !ErasureHeaders.isRequest(record.headers()))
                .map(record -> EventHeaders.read(record.headers(), record.value()))
                .toList();
    }

    /** The event that was published last. */
    public static Event last() {
        List<Event> events = events();
        return events.get(events.size() - 1);
    }
}
