package nl.buurtpuls.benchmark.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.process.StartFailure;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What came through the door: read from the topic, record by record. */
final class Topics {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final String bootstrapServers;

    Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * What was found.
     *
     * @param good numbers of the events that had to come through and did
     * @param records all records of the topic
     */
    record Found(BitSet good, long records) {}

    /**
     * Reads all of the mutations topic.
     *
     * @throws StartFailure if a record cannot be read, or has a BSN in it
     */
    Found read() {
        BitSet good = new BitSet();
        long records = 0;
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.MUTATIONS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (records < end) {
                var polled = consumer.poll(PATIENCE);
                if (polled.isEmpty()) {
                    throw StartFailure.failed("The topic gave no record for " + PATIENCE.toSeconds() + " s.");
                }
                for (ConsumerRecord<String, byte[]> record : polled) {
                    note(record, good);
                }
                records += polled.count();
            }
        }
        return new Found(good, records);
    }

    private static void note(ConsumerRecord<String, byte[]> record, BitSet good) {
        Event event;
        try {
            event = EventHeaders.read(record.headers(), record.value());
        } catch (IllegalArgumentException e) {
            throw StartFailure.failed("A record in the topic cannot be read: " + e.getMessage());
        }
        if (new String(record.value(), StandardCharsets.UTF_8).contains("\"bsn\"")) {
            throw StartFailure.failed("A BSN is in the topic, in event " + event.id());
        }
        if (event.id().id().startsWith(Seeds.GOOD)) {
            good.set(Integer.parseInt(event.id().id().substring(Seeds.GOOD.length())));
        }
    }
}
