package nl.buurtpuls.benchmark.peers;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import nl.buurtpuls.benchmark.recount.Cell;
import nl.buurtpuls.benchmark.recount.Cells;
import nl.buurtpuls.benchmark.recount.Figure;
import nl.buurtpuls.benchmark.recount.OutputTopic;
import nl.buurtpuls.benchmark.replay.CatchUp;
import nl.buurtpuls.benchmark.replay.StreamsGroup;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Stack;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.Stores;

/**
 * The same figures by the DSL of Kafka Streams: the state of each person, and from how it changes a count a day. With the
 * guarantee, the threads and the cache of indicator-service, in this JVM.
 */
final class DslPeer implements Peer {
    private static final String GROUP = "dsl-peer";
    static final String FIGURES = "dsl-peer.figures";
    private static final int PARTITIONS = 6;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Admin admin;
    private final Progress progress;
    private final KafkaStreams streams;
    private final StreamsGroup group;
    private final OutputTopic figures;

    DslPeer(Stack stack, String municipality, Path state, Progress progress) throws InterruptedException {
        this.admin = stack.kafka().admin();
        this.progress = progress;
        create(admin);
        this.group = StreamsGroup.of(GROUP, admin, List.of(FIGURES), stack);
        this.figures = new OutputTopic(stack.kafka().bootstrapServers(), FIGURES, DslPeer::cell);
        Properties settings = new Properties();
        settings.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                GROUP,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                stack.kafka().bootstrapServers(),
                StreamsConfig.STATE_DIR_CONFIG,
                state.toString(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                2,
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                64L << 20,
                StreamsConfig.consumerPrefix("max.poll.records"),
                2_000,
                StreamsConfig.producerPrefix("linger.ms"),
                20));
        this.streams = new KafkaStreams(topology(municipality), settings);
    }

    private static void create(Admin admin) throws InterruptedException {
        try {
            admin.createTopics(List.of(new NewTopic(FIGURES, Optional.of(PARTITIONS), Optional.empty())
                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("the topic of the DSL job cannot be made", e.getCause());
        }
    }

    static Topology topology(String municipality) {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, byte[]> records =
                builder.stream(Topic.MUTATIONS.topicName(), Consumed.with(Serdes.String(), Serdes.ByteArray()));
        records.filter((register, value) -> register.equals(municipality))
                .processValues(() -> new Parsing(municipality))
                .selectKey((register, mutation) -> mutation.person())
                .groupByKey(Grouped.with("by-person", Serdes.String(), mutations()))
                // Without its cache: of two changes of a person between two commits it would pass on the later alone.
                .aggregate(
                        () -> DslPerson.UNKNOWN,
                        (person, mutation, known) -> known.after(mutation),
                        Materialized.<String, DslPerson>as(Stores.persistentKeyValueStore("persons"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(DslPerson.serde())
                                .withCachingDisabled())
                .toStream()
                .flatMap((person, known) -> known.changes().stream()
                        .map(change -> KeyValue.pair(
                                change.buurt() + "|" + change.figure() + "|" + LocalDate.ofEpochDay(change.day()),
                                change.by()))
                        .toList())
                .groupByKey(Grouped.with("by-cell", Serdes.String(), Serdes.Long()))
                .aggregate(
                        () -> 0L,
                        (cell, by, sum) -> sum + by,
                        Materialized.<String, Long>as(Stores.persistentKeyValueStore("cells"))
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.Long()))
                .toStream()
                .mapValues(String::valueOf)
                .to(FIGURES, Produced.with(Serdes.String(), Serdes.String()));
        return builder.build();
    }

    private static Serde<Mutation> mutations() {
        return Serdes.serdeFrom(
                (topic, mutation) -> Serdes.String().serializer().serialize(topic, mutation.line()),
                (topic, bytes) -> Mutation.parse(Serdes.String().deserializer().deserialize(topic, bytes)));
    }

    /** The type of an event is in its headers, which the DSL alone does not show. */
    private static final class Parsing extends ContextualFixedKeyProcessor<String, byte[], Mutation> {
        private final String municipality;

        Parsing(String municipality) {
            this.municipality = municipality;
        }

        @Override
        public void process(FixedKeyRecord<String, byte[]> record) {
            Mutation.of(EventHeaders.read(record.headers(), record.value()), municipality)
                    .ifPresent(mutation -> context().forward(record.withValue(mutation)));
        }
    }

    static Optional<Cell> cell(String key) {
        String[] parts = key.split("\\|");
        return Optional.of(new Cell(parts[0], Figure.valueOf(parts[1]), LocalDate.parse(parts[2])));
    }

    @Override
    public String name() {
        return "Kafka Streams DSL";
    }

    @Override
    public Duration begin() throws InterruptedException {
        long start = System.nanoTime();
        streams.start();
        return Duration.ofNanos(CatchUp.watch(group, LOOK, progress).last().nanos() - start);
    }

    @Override
    public void catchUp() throws InterruptedException {
        CatchUp.watch(group, LOOK, progress);
    }

    @Override
    public Optional<Long> awaitCell(Cell cell, long value) {
        return figures.await(cell, value);
    }

    @Override
    public Cells cells() {
        return figures.read();
    }

    @Override
    public void close() {
        streams.close();
        figures.close();
        admin.close();
    }
}
