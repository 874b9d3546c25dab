package nl.buurtpuls.indicator.stream;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/** How Kafka Streams runs. No bean asks for it: application.properties hands these on to Kafka Streams, by its own names. */
@Unremovable
@ConfigMapping(prefix = "buurtpuls")
public interface KafkaStreamsConfig {

    /**
     * Folder of the state stores. Kafka can restore them, so the folder may be lost. Each instance needs its own, on a fast disk.
     */
    @WithName("state.dir")
    @WithDefault("${java.io.tmpdir}/buurtpuls-indicator-service")
    Path stateDir();

    /** Number of processing threads. Each partition is processed by one thread. */
    @WithDefault("2")
    int threads();

    /** How many other instances keep a copy of each partition's state, so that one of them can take over at once. */
    @WithDefault("0")
    int standbyReplicas();

    /**
     * Milliseconds without a heartbeat after which an instance is replaced. Values below 6000 must be allowed by the brokers
     * ({@code group.min.session.timeout.ms}).
     */
    @WithDefault("10000")
    int sessionTimeoutMs();

    /** Milliseconds between heartbeats; at most a third of the session timeout. */
    @WithDefault("3000")
    int heartbeatMs();

    /**
     * Milliseconds after which the brokers abort the open transaction of an instance that died; its successor waits for that.
     * Must be above 1000.
     */
    @WithDefault("10000")
    int transactionTimeoutMs();
}
