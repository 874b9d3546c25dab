package nl.buurtpuls.benchmark.door;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.process.StartFailure;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A producer that writes to the topic what the door wrote, set as the door's is, and does nothing else. */
final class BareProducer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;
    private Map<TopicPartition, Long> begins = Map.of();
    private List<ProducerRecord<byte[], byte[]>> records = List.of();

    BareProducer(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * What was written.
     *
     * @param took until Kafka had acknowledged it all
     */
    record Written(long records, Duration took) {}

    /** What comes into the topic from here on is what will be written. */
    void rememberEnds() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            begins = consumer.endOffsets(partitions(consumer));
        }
    }

    /** How many records the topic has now. */
    long end() {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    Written write() {
        if (records.isEmpty()) {
            records = read();
        }
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        2,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            long start = System.nanoTime();
            records.forEach(producer::send);
            producer.flush();
            return new Written(records.size(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private List<ProducerRecord<byte[], byte[]>> read() {
        List<ProducerRecord<byte[], byte[]>> read = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(begins.keySet());
            long expected = ends.entrySet().stream()
                    .mapToLong(end -> end.getValue() - begins.get(end.getKey()))
                    .sum();
            consumer.assign(begins.keySet());
            begins.forEach(consumer::seek);
            while (read.size() < expected) {
                var polled = consumer.poll(PATIENCE);
                if (polled.isEmpty()) {
                    throw StartFailure.failed("The topic gave no record for " + PATIENCE.toSeconds() + " s.");
                }
                for (ConsumerRecord<byte[], byte[]> record : polled) {
                    read.add(new ProducerRecord<>(
                            record.topic(), null, null, record.key(), record.value(), record.headers()));
                }
            }
        }
        return read;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(Topic.MUTATIONS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
