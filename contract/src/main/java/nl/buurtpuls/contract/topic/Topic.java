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
    /** Ledger cells, keyed {@code area|measure|dimension|day}: the absolute value of the cell. */
    LEDGER("buurtpuls.ledger", Retention.LATEST_PER_KEY),
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
        NINETY_DAYS(Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                Long.toString(Duration.ofDays(90).toMillis())));

        private final Map<String, String> config;

        Retention(Map<String, String> config) {
            this.config = config;
        }
    }

    private final String topicName;
    private final Retention retention;

    Topic(String topicName, Retention retention) {
        this.topicName = topicName;
        this.retention = retention;
    }

    public String topicName() {
        return topicName;
    }

    /** How to create this topic; the replication factor is the broker's default. */
    public NewTopic definition(int partitions) {
        return new NewTopic(topicName, Optional.of(partitions), Optional.empty()).configs(retention.config);
    }

    @Override
    public String toString() {
        return topicName;
    }
}
