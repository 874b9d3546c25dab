package nl.buurtpuls.indicator.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.topic.Generation;
import nl.buurtpuls.contract.topic.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From the mutations to everything that follows from them, in two stages: the engine, by municipality; and what the
 * municipalities add up to, by the area above them.
 */
@ApplicationScoped
public class IndicatorTopology {

    private static final String SOURCE = "mutations";
    private static final String ENGINE = "engine";
    private static final String SOURCE_ABOVE = "municipal-figures";
    private static final String ABOVE = "above";

    @Produces
    @Singleton
    StateFolder state(
            @ConfigProperty(name = "kafka-streams.state.dir") Path folder,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String application) {
        return new StateFolder(folder.resolve(application));
    }

    /** A singleton, not application-scoped: Kafka Streams reads the fields of what it is given, and a proxy has none. */
    @Produces
    @Singleton
    Topology topology(
            AreaTable areas,
            Snapshots snapshots,
            Findings findings,
            EngineMetrics metrics,
            Tracing tracing,
            Clock clock,
            IndicatorConfig config,
            ResidueReader residues,
            StateFolder state) {
        // Here, since no store is opened before there is a topology.
        state.discardSpoilt();
        Function<ProcessorContext<String, byte[]>, Output> outputs =
                context -> new Output(context, snapshots, metrics, clock);
        Generation generation = new Generation(config.generation().orElse(1));
        Topology topology = new Topology();
        source(topology, SOURCE, generation.nameOf(Topic.MUTATIONS))
                .addProcessor(
                        ENGINE,
                        () -> new EngineProcessor(
                                areas, outputs, findings, metrics, tracing, clock, config.snapshotsEvery(), residues),
                        SOURCE);
        Stores.builders().forEach(store -> topology.addStateStore(store, ENGINE));
        source(topology, SOURCE_ABOVE, generation.nameOf(Topic.MUNICIPAL_FIGURES))
                .addProcessor(ABOVE, () -> new AboveProcessor(outputs, tracing, config.snapshotsEvery()), SOURCE_ABOVE);
        Stores.buildersAbove().forEach(store -> topology.addStateStore(store, ABOVE));
        for (Topic out : List.of(Topic.MUNICIPAL_FIGURES, Topic.FINDINGS, Topic.DEAD_LETTERS)) {
            sink(topology, generation, out, ENGINE);
        }
        sink(topology, generation, Topic.RESIDUES, new ResiduePartitioner(), ENGINE);
        sink(topology, generation, Topic.LEDGER, new LedgerPartitioner(areas), ENGINE, ABOVE);
        sink(topology, generation, Topic.SNAPSHOTS, ENGINE, ABOVE);
        return topology;
    }

    private static Topology source(Topology topology, String name, String topic) {
        return topology.addSource(name, new StringDeserializer(), new ByteArrayDeserializer(), topic);
    }

    private static void sink(Topology topology, Generation generation, Topic topic, String... from) {
        topology.addSink(
                topic.topicName(), generation.nameOf(topic), new StringSerializer(), new ByteArraySerializer(), from);
    }

    private static void sink(
            Topology topology,
            Generation generation,
            Topic topic,
            StreamPartitioner<String, byte[]> partitioner,
            String... from) {
        topology.addSink(
                topic.topicName(),
                generation.nameOf(topic),
                new StringSerializer(),
                new ByteArraySerializer(),
                partitioner,
                from);
    }
}
