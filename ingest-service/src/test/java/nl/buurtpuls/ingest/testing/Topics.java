package nl.buurtpuls.ingest.testing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.buurtpuls.contract.topic.Generation;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.contract.topic.TopicCreation;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** In the place of indicator-service: what it writes, and how far it says that it is. */
public final class Topics {

    private Topics() {}

    /** Puts a record into a topic; returns where it is. */
    public static RecordMetadata write(Topic topic, String key, String value, List<Header> headers) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", RealKafka.broker().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(
                            topic.topicName(), null, key, value.getBytes(StandardCharsets.UTF_8), headers))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a record was not written", e);
        }
    }

    /** Makes topics that the service itself does not. */
    public static void create(Topic... topics) {
        try (Admin admin = admin()) {
            TopicCreation.awaitCreated(admin, 3, List.of(topics), Generation.FIRST, failure -> {
                throw failure;
            });
        } catch (InterruptedException e) {
            throw new IllegalStateException("topics were not made", e);
        }
    }

    /** All mutations up to now are applied. */
    public static void applyAll() {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
            Published.all()
                    .forEach(record -> ends.merge(
                            new TopicPartition(record.topic(), record.partition()),
                            new OffsetAndMetadata(record.offset() + 1),
                            (a, b) -> a.offset() > b.offset() ? a : b));
            admin.alterConsumerGroupOffsets("indicator-service", ends).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("offsets were not committed", e);
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", RealKafka.broker().bootstrapServers()));
    }
}
