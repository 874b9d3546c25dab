package nl.buurtpuls.local.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Whether consumer groups have read what the topics hold.
 *
 * <p>The difference between the end of a partition and a group's committed offset is no answer where producers use
 * transactions: commit markers and aborted records take offsets that no reader ever gets. So a difference is looked into:
 * it counts only if a transaction is open there, or if a reader of committed records finds one.
 */
public final class ConsumerProgress implements AutoCloseable {
    private static final Duration READ_LIMIT = Duration.ofSeconds(2);

    private final Admin admin;
    private final Consumer<byte[], byte[]> reader;

    public ConsumerProgress(Kafka kafka) {
        admin = kafka.admin();
        reader = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1,
                        // At the end of a partition the broker would wait for more, and the next partition for its
                        // answer.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        0),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /**
     * Where a group stands.
     *
     * @param behind offsets between the group and the ends of its partitions: an upper bound of the records it has not
     *     read, for people
     * @param end the ends of all the partitions together: it grows with whatever is written
     * @param waiting the first thing found that keeps it from having read all, for people; {@code null} if there is no
     *     committed record that it has not read, and no open transaction
     */
    public record Standing(long behind, long end, @Nullable String waiting) {

        /** Whether it has read all that it will ever get to read of what was there. */
        public boolean caughtUp() {
            return waiting == null;
        }
    }

    /**
     * Where the group stands on the topics named and on every other topic that it has read, its internal ones for
     * instance. A topic that does not exist yet counts as not read.
     *
     * @throws KafkaException if the broker does not answer
     */
    public Standing standing(String group, Collection<String> topics) throws InterruptedException {
        Map<TopicPartition, Long> committed = committed(group);
        Set<String> all = new HashSet<>(topics);
        committed.keySet().forEach(partition -> all.add(partition.topic()));
        try {
            List<TopicPartition> partitions = partitions(all);
            Map<TopicPartition, Long> starts =
                    offsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
            Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
            Map<TopicPartition, Long> stable = offsets(partitions, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
            long behind = 0;
            long allEnds = 0;
            String waiting = null;
            for (TopicPartition partition : partitions) {
                long end = ends.get(partition);
                long read = Math.max(committed.getOrDefault(partition, 0L), starts.get(partition));
                behind += Math.max(0, end - read);
                allEnds += end;
                if (waiting == null) {
                    waiting = waiting(partition, read, stable.get(partition), end);
                }
            }
            return new Standing(behind, allEnds, waiting);
        } catch (UnknownTopicOrPartitionException e) {
            return new Standing(0, 0, "a topic is not there yet");
        }
    }

    /** How many offsets a topic has used, over its partitions; 0 if there is no such topic. */
    public long written(String topic) throws InterruptedException {
        try {
            return offsets(partitions(Set.of(topic)), OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED)
                    .values()
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
        } catch (UnknownTopicOrPartitionException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        reader.close();
        admin.close();
    }

    private @Nullable String waiting(TopicPartition partition, long read, long stable, long end) {
        if (stable < end) {
            return partition + " has a transaction open since offset " + stable + ", and ends at " + end;
        }
        return read < end && holdsRecord(partition, read, end)
                ? partition + " is read up to " + read + " of " + end
                : null;
    }

    private boolean holdsRecord(TopicPartition partition, long from, long to) {
        reader.assign(List.of(partition));
        reader.seek(partition, from);
        long deadline = System.nanoTime() + READ_LIMIT.toNanos();
        while (reader.position(partition) < to) {
            // Not knowing counts as unread: the question is asked again soon.
            if (!reader.poll(Duration.ofMillis(100)).isEmpty() || System.nanoTime() > deadline) {
                return true;
            }
        }
        return false;
    }

    private Map<TopicPartition, Long> committed(String group) throws InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    private List<TopicPartition> partitions(Set<String> topics) throws InterruptedException {
        return get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(
            List<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> spec));
        return get(admin.listOffsets(question, new ListOffsetsOptions(isolation))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException failure) {
                throw failure;
            }
            throw new KafkaException(e.getCause());
        }
    }
}
