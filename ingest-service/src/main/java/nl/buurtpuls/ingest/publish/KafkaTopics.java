package nl.buurtpuls.ingest.publish;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.buurtpuls.contract.topic.Generation;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.contract.topic.TopicCreation;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Creates the topics that this service writes, as soon as there is a broker; ready while the broker answers. */
@Readiness
@ApplicationScoped
public class KafkaTopics implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(KafkaTopics.class);
    private static final List<Topic> TOPICS = List.of(Topic.MUTATIONS, Topic.DEAD_LETTERS);
    private static final int ANSWER_WITHIN_SECONDS = 2;

    private final Admin admin;
    private final int partitions;
    private final Thread creating = new Thread(this::createMissing, "create-topics");
    private volatile boolean created;

    KafkaTopics(
            Broker broker, @ConfigProperty(name = "buurtpuls.topics.partitions", defaultValue = "24") int partitions) {
        Map<String, Object> settings = broker.settings();
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        this.admin = Admin.create(settings);
        this.partitions = partitions;
    }

    void start(@Observes StartupEvent event) {
        creating.setDaemon(true);
        creating.start();
    }

    void stop(@Observes ShutdownEvent event) {
        creating.interrupt();
        admin.close(Duration.ZERO);
    }

    private void createMissing() {
        try {
            TopicCreation.awaitCreated(
                    admin,
                    partitions,
                    TOPICS,
                    Generation.FIRST,
                    e -> LOG.warnf("topics not created yet: %s", e.getMessage()));
            created = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("kafka").status(created && answers()).build();
    }

    private boolean answers() {
        try {
            admin.describeCluster().nodes().get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            return false;
        }
    }
}
