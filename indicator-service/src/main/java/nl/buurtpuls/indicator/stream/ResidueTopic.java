package nl.buurtpuls.indicator.stream;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.indicator.broker.Connection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topic of residues, as the broker has it. */
@Singleton
public class ResidueTopic implements ResidueReader {

    private static final Duration WAIT = Duration.ofMillis(200);

    private final Connection connection;

    ResidueTopic(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Map<String, String> read(int partition) {
        TopicPartition read = new TopicPartition(Topic.RESIDUES.topicName(), partition);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(connection.reading(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(read));
            consumer.seekToBeginning(List.of(read));
            long end = consumer.endOffsets(List.of(read)).get(read);
            Map<String, String> last = new HashMap<>();
            while (consumer.position(read) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(WAIT)) {
                    if (record.value() == null) {
                        last.remove(record.key());
                    } else {
                        last.put(record.key(), new String(record.value(), StandardCharsets.US_ASCII));
                    }
                }
            }
            return last;
        }
    }
}
