package nl.buurtpuls.ingest.search;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads partitions from their ends back, a stretch of each at a time: Kafka itself reads forward only. What is asked for
 * is mostly new.
 */
final class BackwardReading<T> {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<String, ByteBuffer> consumer;
    private final Query<T> query;
    private final long stretch;
    private final long deadline;

    /** A partition's record of which something is kept. */
    private record Kept<T>(TopicPartition partition, long offset, T what) {}

    private final List<Kept<T>> kept = new ArrayList<>();
    private final Map<TopicPartition, Long> begins = new HashMap<>();
    /** What is before these offsets has not been looked at. */
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    /** Publication of the first record of the stretch that was read last. */
    private final Map<TopicPartition, Long> reached = new HashMap<>();

    /**
     * @param stretch records of a partition to read at a time
     * @param deadline in {@link System#nanoTime}; then it ends with what there is
     */
    BackwardReading(Consumer<String, ByteBuffer> consumer, Query<T> query, long stretch, long deadline) {
        this.consumer = consumer;
        this.query = query;
        this.stretch = stretch;
        this.deadline = deadline;
    }

    Searched<T> of(List<TopicPartition> partitions) {
        begins.putAll(consumer.beginningOffsets(partitions));
        ends.putAll(consumer.endOffsets(partitions));
        while (!left().isEmpty() && kept.size() < query.most() && readStretch()) {
            // One stretch after the other, until there is no more, or it is enough.
        }
        kept.sort(Comparator.comparingInt((Kept<T> each) -> each.partition().partition())
                .thenComparingLong(Kept::offset));
        return new Searched<>(kept.stream().map(Kept::what).toList(), from());
    }

    private List<TopicPartition> left() {
        return ends.keySet().stream()
                .filter(partition -> begins.get(partition) < ends.get(partition))
                .toList();
    }

    /** Whether it was read to its end in time. */
    private boolean readStretch() {
        Map<TopicPartition, Long> from = new HashMap<>();
        left().forEach(each -> from.put(each, Math.max(begins.get(each), ends.get(each) - stretch)));
        consumer.assign(from.keySet());
        // What was paused at the end of the stretch before is so still.
        consumer.resume(from.keySet());
        from.forEach(consumer::seek);
        while (!consumer.assignment().equals(consumer.paused())) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            for (ConsumerRecord<String, ByteBuffer> record : consumer.poll(POLL)) {
                look(record, new TopicPartition(record.topic(), record.partition()));
            }
            // What is done is not fetched any more. The marks of transactions have offsets too, but are no records.
            consumer.pause(from.keySet().stream()
                    .filter(each -> consumer.position(each) >= ends.get(each))
                    .toList());
        }
        ends.putAll(from);
        return true;
    }

    private void look(ConsumerRecord<String, ByteBuffer> record, TopicPartition partition) {
        if (record.offset() >= ends.get(partition)) {
            return;
        }
        reached.merge(partition, record.timestamp(), Math::min);
        if (!query.keys().isEmpty() && !query.keys().contains(String.valueOf(record.key()))) {
            return;
        }
        T what = query.reading().apply(new TopicRecord(record));
        if (what != null) {
            kept.add(new Kept<>(partition, record.offset(), what));
        }
    }

    private @Nullable Instant from() {
        return left().stream()
                .map(partition -> reached.getOrDefault(partition, Long.MAX_VALUE))
                .max(Comparator.naturalOrder())
                .map(Instant::ofEpochMilli)
                .orElse(null);
    }
}
