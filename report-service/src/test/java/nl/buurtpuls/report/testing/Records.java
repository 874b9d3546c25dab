package nl.buurtpuls.report.testing;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.kafka.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is in the topics. */
@Singleton
public class Records {

    private final String bootstrapServers;

    Records(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** All of a key, in order. */
    public List<ConsumerRecord<String, byte[]>> under(Topic topic, String key) {
        try (TopicReader<String> reader =
                new TopicReader<>(bootstrapServers, new StringDeserializer(), IsolationLevel.READ_COMMITTED)) {
            return reader.read(topic.topicName()).stream()
                    .filter(record -> key.equals(record.key()))
                    .toList();
        }
    }

    /** A header's text. */
    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
