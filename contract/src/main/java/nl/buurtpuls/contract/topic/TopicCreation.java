package nl.buurtpuls.contract.topic;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics of the contract that a broker does not have yet. Existing ones are left as they are. */
public final class TopicCreation {

    private TopicCreation() {}

    /**
     * @throws KafkaException if the broker cannot be reached or refuses
     * @throws InterruptedException if interrupted while waiting for it
     */
    public static void createMissing(Admin admin, int partitions, List<Topic> topics) throws InterruptedException {
        var answers = admin.createTopics(topics.stream()
                        .map(topic -> topic.definition(partitions))
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
