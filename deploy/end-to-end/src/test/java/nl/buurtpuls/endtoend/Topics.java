package nl.buurtpuls.endtoend;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.kafka.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What lies in the topics, as any client of the broker sees it. */
record Topics(String bootstrapServers) {

    /** All committed records. */
    List<ConsumerRecord<String, byte[]>> read(Topic topic) {
        try (TopicReader<String> reader =
                new TopicReader<>(bootstrapServers, new StringDeserializer(), IsolationLevel.READ_COMMITTED)) {
            return reader.read(topic.topicName());
        }
    }

    /** Puts a record past the door. */
    void write(Topic topic, String key, byte @Nullable [] value) throws ExecutionException, InterruptedException {
        write(new ProducerRecord<>(topic.topicName(), key, value));
    }

    /** Puts a record past the door, as it is. */
    void write(ProducerRecord<String, byte[]> record) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record).get();
        }
    }
}
