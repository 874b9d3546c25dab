package nl.buurtpuls.indicator.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import nl.buurtpuls.contract.topic.Generation;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.contract.topic.TopicCreation;
import nl.buurtpuls.indicator.broker.Connection;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;

/** Creates the topics that this service reads and writes, as soon as there is a broker. */
@ApplicationScoped
public class OwnTopics {

    private static final Logger LOG = Logger.getLogger(OwnTopics.class);
    private static final List<Topic> TOPICS = List.of(
            Topic.MUTATIONS,
            Topic.MUNICIPAL_FIGURES,
            Topic.RESIDUES,
            Topic.LEDGER,
            Topic.SNAPSHOTS,
            Topic.ALERTS,
            Topic.FINDINGS,
            Topic.DEAD_LETTERS);

    private final Connection connection;
    private final int partitions;
    private final Generation generation;
    private final Thread creating = new Thread(this::createMissing, "create-topics");

    OwnTopics(Connection connection, IndicatorConfig config) {
        this.connection = connection;
        this.partitions = config.topicPartitions();
        this.generation = new Generation(config.generation().orElse(1));
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        creating.setDaemon(true);
        creating.start();
    }

    void stop(@Observes ShutdownEvent event) {
        creating.interrupt();
    }

    private void createMissing() {
        try (Admin admin = Admin.create(connection.settings())) {
            TopicCreation.awaitCreated(
                    admin,
                    partitions,
                    TOPICS,
                    generation,
                    e -> LOG.warnf("topics not created yet: %s", e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
