package nl.buurtpuls.ingest.search;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.buurtpuls.contract.topic.Generation;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.ingest.problem.ProblemException;
import nl.buurtpuls.ingest.publish.Broker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How far indicator-service has come with the mutations: as far as it has committed, with all that follows from them. */
@ApplicationScoped
public class CommittedOffsets {

    private static final String ENGINE = "indicator-service";
    private static final int ANSWER_WITHIN_SECONDS = 5;

    private final Admin admin;
    private final String group;

    CommittedOffsets(Broker broker, @ConfigProperty(name = "buurtpuls.generation") OptionalInt generation) {
        group = new Generation(generation.orElse(1)).nameOf(ENGINE);
        Map<String, Object> settings = broker.settings();
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        admin = Admin.create(settings);
    }

    void stop(@Observes ShutdownEvent event) {
        admin.close(Duration.ZERO);
    }

    /**
     * Of each partition of the mutations the offset of the first record that is not applied; none where nothing is.
     *
     * @throws ProblemException if the broker does not answer
     */
    public Map<Integer, Long> ofMutations() {
        try {
            Map<Integer, Long> offsets = new HashMap<>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, committed) -> {
                        if (partition.topic().equals(Topic.MUTATIONS.topicName()) && committed != null) {
                            offsets.put(partition.partition(), committed.offset());
                        }
                    });
            return offsets;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.outOfReach();
        } catch (ExecutionException | TimeoutException e) {
            throw ProblemException.outOfReach();
        }
    }
}
