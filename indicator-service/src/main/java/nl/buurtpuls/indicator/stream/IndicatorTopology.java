package nl.buurtpuls.indicator.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.topic.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** From the mutations to everything that follows from them. */
@ApplicationScoped
public class IndicatorTopology {

    private static final String SOURCE = "mutations";
    private static final String ENGINE = "engine";

    /** A singleton, not application-scoped: Kafka Streams reads the fields of what it is given, and a proxy has none. */
    @Produces
    @Singleton
    Topology topology(
            AreaTable areas,
            Snapshots snapshots,
            Findings findings,
            EngineMetrics metrics,
            Clock clock,
            IndicatorConfig config) {
        Topology topology = new Topology()
                .addSource(SOURCE, new StringDeserializer(), new ByteArrayDeserializer(), Topic.MUTATIONS.topicName())
                .addProcessor(
                        ENGINE,
                        () -> new EngineProcessor(areas, snapshots, findings, metrics, clock, config.snapshotsEvery()),
                        SOURCE);
        Stores.builders().forEach(store -> topology.addStateStore(store, ENGINE));
        for (Topic out : new Topic[] {Topic.LEDGER, Topic.SNAPSHOTS, Topic.FINDINGS, Topic.DEAD_LETTERS}) {
            topology.addSink(
                    out.topicName(), out.topicName(), new StringSerializer(), new ByteArraySerializer(), ENGINE);
        }
        return topology;
    }
}
