package nl.buurtpuls.benchmark.peers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.oracle.Published;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic that all of them read: what ingest-service writes is written here in its place. */
public final class MutationsTopic implements AutoCloseable {
    private final String bootstrapServers;
    private final Producer<String, byte[]> producer;

    public MutationsTopic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns when Kafka holds them. */
    public void publish(Collection<Published> records) {
        for (Published record : records) {
            producer.send(new ProducerRecord<>(
                    Topic.MUTATIONS.topicName(),
                    null,
                    record.key(),
                    EventJson.write(record.event().data()),
                    EventHeaders.write(record.event())));
        }
        producer.flush();
    }

    /** A reader of what concerns one municipality, from the beginning. */
    Reader reader(String municipality) {
        return new Reader(bootstrapServers, municipality);
    }

    @Override
    public void close() {
        producer.close();
    }

    /** Reads on from where it stopped. */
    static final class Reader implements Inbox {
        private static final Duration POLL = Duration.ofMillis(20);

        private final String municipality;
        private final Consumer<String, byte[]> consumer;
        private final List<TopicPartition> partitions;

        private Reader(String bootstrapServers, String municipality) {
            this.municipality = municipality;
            this.consumer = new KafkaConsumer<>(
                    Map.of(
                            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            bootstrapServers,
                            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                            false,
                            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                            2_000),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            this.partitions = consumer.partitionsFor(Topic.MUTATIONS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        @Override
        public List<Mutation> read() {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Mutation> read = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (record.key().equals(municipality)) {
                        Mutation.of(EventHeaders.read(record.headers(), record.value()), municipality)
                                .ifPresent(read::add);
                    }
                }
            }
            return read;
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
