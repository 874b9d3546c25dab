package nl.buurtpuls.ingest.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.ErasureHeaders;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What is in the mutations topic. */
public final class Published {

    private Published() {}

    /** All records of the topic, in order of their publication. */
    public static List<ConsumerRecord<String, byte[]>> all() {
        // It reads up to an end, where the broker would wait for more.
        Map<String, Object> settings =
                Map.of("bootstrap.servers", RealKafka.broker().bootstrapServers(), "fetch.max.wait.ms", 10);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.MUTATIONS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long expected = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (records.size() < expected) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
            return records;
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
