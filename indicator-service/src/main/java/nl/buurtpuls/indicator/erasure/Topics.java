package nl.buurtpuls.indicator.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import nl.buurtpuls.contract.topic.ResidueKey;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.indicator.broker.Connection;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics, through clients that live as long as one scrub. */
final class Topics implements AutoCloseable {

    private final Admin admin;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final String engine;

    /**
     * @param connection how clients reach the brokers
     * @param engine group of the engine
     */
    Topics(Connection connection, String engine) {
        this.engine = engine;
        this.admin = Admin.create(connection.settings());
        this.consumer =
                new KafkaConsumer<>(connection.reading(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Map<String, Object> writing = connection.settings();
        writing.put(ProducerConfig.ACKS_CONFIG, "all");
        writing.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        writing.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        writing.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        this.producer = new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
    }

    List<Partition> partitions(Topic topic) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(info ->
                        new Partition(new TopicPartition(info.topic(), info.partition()), consumer, producer, admin))
                .toList();
    }

    /**
     * Up to where every engine has read a partition of the mutations, and committed what follows from it: also one that makes
     * the next generation of the figures.
     */
    long committed(Partition mutations) throws InterruptedException {
        TopicPartition partition = new TopicPartition(Topic.MUTATIONS.topicName(), mutations.number());
        try {
            long least = Long.MAX_VALUE;
            for (String each : engines()) {
                OffsetAndMetadata committed = admin.listConsumerGroupOffsets(each)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .get(partition);
                least = Math.min(least, committed == null ? -1 : committed.offset());
            }
            return least;
        } catch (ExecutionException e) {
            throw new KafkaException("positions of the engine cannot be had", e.getCause());
        }
    }

    /** Whether there is an engine of an earlier generation: then it is that one's to scrub. */
    boolean isAfterAnother() throws InterruptedException {
        try {
            return !engines().first().equals(engine);
        } catch (ExecutionException e) {
            throw new KafkaException("the groups cannot be had", e.getCause());
        }
    }

    /** The groups of all engines, of whatever generation, the first first. */
    private SortedSet<String> engines() throws InterruptedException, ExecutionException {
        String first = engine.replaceFirst("\\d+$", "");
        SortedSet<String> engines =
                new TreeSet<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        engines.add(engine);
        admin.listGroups().valid().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(first)
                        && group.substring(first.length()).matches("\\d*"))
                .forEach(engines::add);
        return engines;
    }

    /** The requests that the engine has met and that the mutations hold still, with their offsets, by partition. */
    Map<Integer, Map<ResidueKey.MetRequest, Long>> met() throws InterruptedException {
        Map<Integer, Map<ResidueKey.MetRequest, Long>> met = new HashMap<>();
        for (Partition partition : partitions(Topic.RESIDUES)) {
            Map<ResidueKey.MetRequest, Long> here = new HashMap<>();
            partition.read(partition.begin(), partition.end(), record -> {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                if (ResidueKey.parse(key) instanceof ResidueKey.MetRequest request) {
                    if (record.value() == null) {
                        here.remove(request);
                    } else {
                        here.put(request, Long.parseLong(new String(record.value(), StandardCharsets.US_ASCII)));
                    }
                }
            });
            if (!here.isEmpty()) {
                met.put(partition.number(), here);
            }
        }
        return met;
    }

    /** Notes that the mutations hold a request no longer. */
    void clear(ResidueKey.MetRequest request) throws InterruptedException {
        Partition.acknowledged(producer.send(new ProducerRecord<>(
                Topic.RESIDUES.topicName(),
                request.ofPartition(),
                request.text().getBytes(StandardCharsets.UTF_8),
                null)));
    }

    @Override
    public void close() {
        Duration soon = Duration.ofSeconds(5);
        producer.close(soon);
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(soon));
        admin.close(soon);
    }
}
