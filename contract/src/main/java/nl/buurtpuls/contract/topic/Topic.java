package nl.buurtpuls.contract.topic;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the contract. */
public enum Topic {
    /** Events, keyed by municipality: everything of one municipality in one partition, in order, kept forever. */
    MUTATIONS("buurtpuls.mutations", Retention.FOREVER),
    /**
     * Ledger cells, keyed {@code area|measure|dimension|day}: the absolute value of the cell. Those of a municipality and what
     * lies in it are in the partition of its mutations, so that a change in it is read whole or not yet.
     */
    LEDGER("buurtpuls.ledger", Retention.LATEST_PER_KEY),
    /**
     * Inside indicator-service: what changed in a municipality, keyed by the area above it whose figures follow from it.
     * Nobody else reads it, and once read it is of no use.
     */
    MUNICIPAL_FIGURES("buurtpuls.municipal-figures", Retention.ONE_WEEK, 6),
    /**
     * Inside indicator-service: what erased persons leave in the figures of the past, all of them together, keyed
     * {@code municipality|cell} with the absolute value, in the partition of the municipality's mutations; and which
     * requests for erasure have been met, until the mutations are rid of them.
     */
    RESIDUES("buurtpuls.residues", Retention.LATEST_PER_KEY),
    /** Snapshots, keyed by area. */
    SNAPSHOTS("buurtpuls.snapshots", Retention.LATEST_PER_KEY),
    /** Alerts, keyed by alert. */
    ALERTS("buurtpuls.alerts", Retention.LATEST_PER_KEY),
    /** What does not add up in the events, keyed by municipality. */
    FINDINGS("buurtpuls.findings", Retention.NINETY_DAYS),
    /** What could not be read, with the reason in headers. */
    DEAD_LETTERS("buurtpuls.dead-letters", Retention.FOREVER);

    private enum Retention {
        FOREVER(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1")),
        LATEST_PER_KEY(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)),
        ONE_WEEK(during(Duration.ofDays(7))),
        NINETY_DAYS(during(Duration.ofDays(90)));

        private final Map<String, String> config;

        Retention(Map<String, String> config) {
            this.config = config;
        }

        private static Map<String, String> during(Duration kept) {
            return Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis()));
        }
    }

    private final String topicName;
    private final Retention retention;
    private final int mostPartitions;

    Topic(String topicName, Retention retention) {
        this(topicName, retention, Integer.MAX_VALUE);
    }

    Topic(String topicName, Retention retention, int mostPartitions) {
        this.topicName = topicName;
        this.retention = retention;
        this.mostPartitions = mostPartitions;
    }

    public String topicName() {
        return topicName;
    }

    /**
     * How to create this topic; the replication factor is the broker's default.
     *
     * @param partitions for topics whose keys are many; one of few keys has fewer
     */
    public NewTopic definition(int partitions) {
        return definition(partitions, Generation.FIRST);
    }

    /** The same, in a generation of the figures. */
    NewTopic definition(int partitions, Generation generation) {
        return new NewTopic(
                        generation.nameOf(this), Optional.of(Math.min(partitions, mostPartitions)), Optional.empty())
                .configs(retention.config);
    }

    @Override
    public String toString() {
        return topicName;
    }
}
