package nl.buurtpuls.indicator.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * How much of the changelogs is still to be read before this instance can go on. Kafka Streams has such a number for each task,
 * but not for one that begins again after a failed transaction.
 */
@Singleton
class Restoration implements StateRestoreListener {

    private final Map<TopicPartition, Stretch> under = new ConcurrentHashMap<>();

    Restoration(MeterRegistry registry) {
        Gauge.builder("buurtpuls.restore.remaining.records", this, Restoration::remaining)
                .description("Records of changelogs that are still to be restored before the engine goes on")
                .register(registry);
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
        under.put(changelog, new Stretch(start, end));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long last, long restored) {
        under.computeIfPresent(changelog, (any, stretch) -> new Stretch(last + 1, stretch.end()));
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long restored) {
        under.remove(changelog);
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long restored) {
        under.remove(changelog);
    }

    /** Offsets, so that ends of transactions count as well: some more than there are changes. */
    long remaining() {
        return under.values().stream().mapToLong(Stretch::length).sum();
    }

    /** From an offset until before another. */
    private record Stretch(long start, long end) {

        long length() {
            return Math.max(0, end - start);
        }
    }
}
