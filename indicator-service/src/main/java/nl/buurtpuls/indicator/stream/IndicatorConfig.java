package nl.buurtpuls.indicator.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of indicator-service itself; how Kafka Streams runs is in {@link KafkaStreamsConfig}. */
@ConfigMapping(prefix = "buurtpuls")
public interface IndicatorConfig {

    /** Partitions of a topic that this service creates; an existing topic keeps its own. */
    @WithName("topics.partitions")
    @WithDefault("24")
    int topicPartitions();

    /** Folder with {@code areas.csv} and {@code groups.csv} in place of the tables that are shipped. */
    @WithName("areas.folder")
    Optional<Path> areasFolder();

    /**
     * Which making of all figures this is, when they are made anew beside those that are read (Rebuilding, below); the same for
     * all services. None: the first.
     */
    OptionalInt generation();

    /** How often the engine looks whether changes can go out; under load they gather for longer. */
    @WithName("snapshots.every")
    @WithDefault("PT0.1S")
    Duration snapshotsEvery();

    /** Memory that all stores share for reading and writing, in MiB. */
    @WithName("stores.memory-mib")
    @WithDefault("256")
    int storesMemoryMib();
}
