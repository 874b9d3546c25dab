package nl.buurtpuls.benchmark.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.local.process.StartFailure;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer that reads and parses and does nothing else: what any consumer of the topic costs at least. */
final class BareConsumer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String bootstrapServers;

    BareConsumer(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Reads partitions from beginning to end, in one thread, fetching as indicator-service does. */
    CatchUp read(List<TopicPartition> partitions) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<CatchUp.Moment> moments = new ArrayList<>();
            long done = 0;
            while (done < end) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(PATIENCE);
                if (records.isEmpty()) {
                    throw StartFailure.failed("The bare consumer got no record for " + PATIENCE.toSeconds() + " s.");
                }
                if (moments.isEmpty()) {
                    moments.add(now(0));
                }
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    EventHeaders.read(record.headers(), record.value());
                }
                done += records.count();
                moments.add(now(done));
            }
            return CatchUp.of(moments);
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static CatchUp.Moment now(long done) {
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new CatchUp.Moment(System.nanoTime(), done, cpu);
    }
}
