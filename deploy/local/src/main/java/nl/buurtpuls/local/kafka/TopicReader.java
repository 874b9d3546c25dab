package nl.buurtpuls.local.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads topics from their beginning up to where they end when asked: for tests that look into them. Not for more threads than
 * one.
 *
 * @param <K> what keys are read as
 */
public final class TopicReader<K> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    /** At the end the broker would wait for more. */
    private static final int MOST_WAIT_MILLIS = 10;

    private final KafkaConsumer<K, byte[]> consumer;

    /** @param isolation whether what transactions have not committed, or have broken off, is read too */
    public TopicReader(String bootstrapServers, Deserializer<K> keys, IsolationLevel isolation) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation.toString().toLowerCase(Locale.ROOT),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        MOST_WAIT_MILLIS),
                keys,
                new ByteArrayDeserializer());
    }

    /** The names of all topics, the broker's own too. */
    public Set<String> topics() {
        return consumer.listTopics().keySet();
    }

    /** Where the partitions of a topic end now. */
    public Map<TopicPartition, Long> ends(String topic) {
        return consumer.endOffsets(partitions(topic));
    }

    /** All records of a topic; those of a partition in order. */
    public List<ConsumerRecord<K, byte[]>> read(String topic) {
        List<TopicPartition> partitions = partitions(topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<K, byte[]>> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
