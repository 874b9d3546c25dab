package nl.buurtpuls.benchmark.recount;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.contract.topic.Topic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows a topic of absolute values, as whoever shows the figures would: what is committed, and nothing else. */
public final class OutputTopic implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Consumer<String, String> consumer;
    private final List<TopicPartition> partitions;
    private final Function<String, Optional<Cell>> cell;
    private final Map<Cell, Long> values = new HashMap<>();

    /**
     * @param cell what a key names; empty if it is nothing that the peers count
     */
    public OutputTopic(String bootstrapServers, String topic, Function<String, Optional<Cell>> cell) {
        this.cell = cell;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new StringDeserializer());
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** That of indicator-service. */
    public static OutputTopic ledger(String bootstrapServers) {
        return new OutputTopic(bootstrapServers, Topic.LEDGER.topicName(), OutputTopic::cell);
    }

    private static Optional<Cell> cell(String key) {
        LedgerKey ledgerKey = LedgerKey.parse(key);
        return ledgerKey == null
                ? Optional.empty()
                : Stream.of(Figure.values())
                        .filter(figure -> figure.isOf(ledgerKey))
                        .findFirst()
                        .map(figure -> new Cell(ledgerKey.area(), figure, ledgerKey.day()));
    }

    /** All that is committed now. */
    public Cells read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        Cells cells = new Cells();
        values.forEach(cells::put);
        return cells;
    }

    /** When a cell had this value; empty if it has not got it within a minute. */
    public Optional<Long> await(Cell awaited, long value) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (values.getOrDefault(awaited, 0L) != value) {
            if (System.nanoTime() > deadline) {
                return Optional.empty();
            }
            poll();
        }
        return Optional.of(System.nanoTime());
    }

    /** Tells of each cell that is written, and when it was read, until a moment. */
    public void follow(long untilNanos, ObjLongConsumer<Cell> written) {
        while (System.nanoTime() < untilNanos) {
            for (Cell cell : poll()) {
                written.accept(cell, System.nanoTime());
            }
        }
    }

    private List<Cell> poll() {
        List<Cell> written = new ArrayList<>();
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
            cell.apply(record.key()).ifPresent(named -> {
                values.put(named, record.value() == null ? 0 : Long.parseLong(record.value()));
                written.add(named);
            });
        }
        return written;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
