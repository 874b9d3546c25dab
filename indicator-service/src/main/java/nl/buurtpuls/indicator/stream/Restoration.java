package nl.buurtpuls.indicator.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * How far the tasks of this instance still are from the end of their changelogs. Kafka Streams has such a number for each task,
 * but not for one that begins again after a failed transaction.
 */
@Singleton
class Restoration implements StateRestoreListener, KafkaStreams.StateListener {

    private final Map<TopicPartition, Stretch> under = new ConcurrentHashMap<>();

    Restoration(MeterRegistry registry) {
        Gauge.builder("buurtpuls.restore.remaining.offsets", this, Restoration::remaining)
                .description(
                        "Offsets of changelogs between what is restored and their ends; of some, compaction has taken the record")
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

    /** Of a restoration that fails for its store or the broker, nobody tells that it is over; but while all runs, none is under way. */
    @Override
    public void onChange(KafkaStreams.State now, KafkaStreams.State before) {
        if (now == KafkaStreams.State.RUNNING) {
            under.clear();
        }
    }

    private long remaining() {
        return under.values().stream().mapToLong(Stretch::length).sum();
    }

    /** From an offset until before another. */
    private record Stretch(long start, long end) {

        long length() {
            return Math.max(0, end - start);
        }
    }
}
