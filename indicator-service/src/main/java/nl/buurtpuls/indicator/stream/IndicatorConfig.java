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

    /**
     * Number of partitions of each topic that this service creates; an existing topic keeps its number. Use the same value for
     * ingest-service and indicator-service.
     */
    @WithName("topics.partitions")
    @WithDefault("24")
    int topicPartitions();

    /** Folder with {@code areas.csv} and {@code groups.csv}; replaces the area tables that are shipped. */
    @WithName("areas.folder")
    Optional<Path> areasFolder();

    /**
     * Generation of figures that this instance works on; the same for all services, except while figures are rebuilt beside the
     * old ones. Unset: the first.
     */
    OptionalInt generation();

    /** How often the engine publishes changed figures; under load it gathers changes for longer. */
    @WithName("snapshots.every")
    @WithDefault("PT0.1S")
    Duration snapshotsEvery();

    /**
     * Memory in MiB, outside the heap, that all RocksDB stores of the instance share for reading and writing. Each partition has
     * some ten stores: use 1024 for an instance that holds 24 partitions.
     */
    @WithName("stores.memory-mib")
    @WithDefault("256")
    int storesMemoryMib();
}
