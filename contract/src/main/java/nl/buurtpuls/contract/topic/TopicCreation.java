package nl.buurtpuls.contract.topic;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics of the contract that a broker does not have yet. Existing ones are left as they are. */
public final class TopicCreation {

    private TopicCreation() {}

    /**
     * Creates what is missing as soon as there is a broker that does it; until then tries again every second.
     *
     * @param onDelay is told why it has not succeeded yet; may throw it, to end there
     * @throws InterruptedException if interrupted while waiting
     */
    public static void awaitCreated(
            Admin admin, int partitions, List<Topic> topics, Generation generation, Consumer<KafkaException> onDelay)
            throws InterruptedException {
        while (true) {
            try {
                createMissing(admin, partitions, topics, generation);
                return;
            } catch (KafkaException e) {
                onDelay.accept(e);
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private static void createMissing(Admin admin, int partitions, List<Topic> topics, Generation generation)
            throws InterruptedException {
        var answers = admin.createTopics(topics.stream()
                        .map(topic -> topic.definition(partitions, generation))
                        .toList())
                .values();
        for (var answer : answers.entrySet()) {
            try {
                answer.getValue().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException("cannot create topic " + answer.getKey(), e.getCause());
                }
            }
        }
    }
}
