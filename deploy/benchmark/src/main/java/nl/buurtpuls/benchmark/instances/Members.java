package nl.buurtpuls.benchmark.instances;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.buurtpuls.contract.topic.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.KafkaException;

/** Who works off which part. */
final class Members {
    /** More than the time after which whoever has copied a part gets it. */
    private static final long PATIENCE_MILLIS = 150_000;

    private final Admin admin;
    private final String group;

    Members(Admin admin, String group) {
        this.admin = admin;
        this.group = group;
    }

    /** Waits until so many processes have parts of the mutations, and tells how many the one with fewest has; 0 if they never do. */
    int leastOf(int processes) throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < deadline) {
            Map<String, Integer> parts = parts();
            if (parts.size() == processes) {
                return parts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
            }
            Thread.sleep(1_000);
        }
        return 0;
    }

    private Map<String, Integer> parts() throws InterruptedException {
        try {
            Map<String, Integer> parts = new HashMap<>();
            for (MemberDescription member : admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group)
                    .get()
                    .members()) {
                int mutations = (int) member.assignment().topicPartitions().stream()
                        .filter(partition -> partition.topic().equals(Topic.MUTATIONS.topicName()))
                        .count();
                if (mutations > 0) {
                    // A client is named after its process and its thread.
                    parts.merge(member.clientId().replaceAll("-StreamThread-.*", ""), mutations, Integer::sum);
                }
            }
            return parts;
        } catch (ExecutionException e) {
            throw new KafkaException("the group cannot be described", e.getCause());
        }
    }
}
