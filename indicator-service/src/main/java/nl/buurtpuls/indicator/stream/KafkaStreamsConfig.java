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

    /** Folder of the state: a copy of what Kafka holds, fit to be lost. Each instance has its own, on a disk that is fast. */
    @WithName("state.dir")
    @WithDefault("${java.io.tmpdir}/buurtpuls-indicator-service")
    Path stateDir();

    /** Threads that work off partitions. One partition is worked off by one thread. */
    @WithDefault("2")
    int threads();

    /** How many other instances keep a copy of each part of the state, so that one can take over at once. */
    @WithDefault("0")
    int standbyReplicas();

    /**
     * After how long without a sign of life an instance is replaced. Below 6000 the brokers must allow it
     * ({@code group.min.session.timeout.ms}).
     */
    @WithDefault("10000")
    int sessionTimeoutMs();

    /** How often an instance gives a sign of life: at most a third of the session. */
    @WithDefault("3000")
    int heartbeatMs();

    /**
     * After how long the brokers end what an instance that died had not committed; its successor waits for that. Above
     * 1000.
     */
    @WithDefault("10000")
    int transactionTimeoutMs();
}
