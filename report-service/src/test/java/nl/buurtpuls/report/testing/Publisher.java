package nl.buurtpuls.report.testing;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.topic.Generation;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.contract.topic.TopicCreation;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * In the place of indicator-service: makes the topics, when first needed and so after the service under test has started,
 * and publishes to them.
 */
@Singleton
public class Publisher {

    private static final int PARTITIONS = 3;

    private final String bootstrapServers;
    private final KafkaProducer<String, String> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    Publisher(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) throws InterruptedException {
        this.bootstrapServers = bootstrapServers;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            TopicCreation.awaitCreated(
                    admin,
                    PARTITIONS,
                    List.of(Topic.LEDGER, Topic.SNAPSHOTS, Topic.FINDINGS, Topic.ALERTS, Topic.DEAD_LETTERS),
                    Generation.FIRST,
                    failure -> {
                        throw failure;
                    });
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 5),
                new StringSerializer(),
                new StringSerializer());
    }

    /** The value of a cell without dimension. */
    public Publisher cell(String area, Measure measure, String day, long n) {
        return cell(area, measure, Measure.TOTAL, day, n);
    }

    /** The value of a cell; the dimension of a two-dimensional measure is the other day. */
    public Publisher cell(String area, Measure measure, String dimension, String day, long n) {
        return ledger(new LedgerKey(area, measure, dimension, LocalDate.parse(day)).text(), Long.toString(n));
    }

    /** Any record of the ledger topic. */
    public Publisher ledger(String key, @Nullable String value) {
        sent.add(producer.send(new ProducerRecord<>(Topic.LEDGER.topicName(), key, value)));
        return this;
    }

    /** Any record of the findings topic. */
    public Publisher finding(String municipality, @Nullable String json) {
        sent.add(producer.send(new ProducerRecord<>(Topic.FINDINGS.topicName(), municipality, json)));
        return this;
    }

    /** Takes all findings out of the topic that stand before the last one of a municipality, in its partition. */
    public void forgetFindingsBeforeLastOf(String municipality, String json) throws InterruptedException {
        try {
            RecordMetadata last = producer.send(new ProducerRecord<>(Topic.FINDINGS.topicName(), municipality, json))
                    .get();
            TopicPartition partition = new TopicPartition(last.topic(), last.partition());
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
                admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(last.offset())))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not delete records", e);
        }
    }

    /** Any record of the snapshots topic. */
    public Publisher snapshot(String area, @Nullable String json) {
        sent.add(producer.send(new ProducerRecord<>(Topic.SNAPSHOTS.topicName(), area, json)));
        return this;
    }

    /** A snapshot that newly includes mutations, the oldest of which was published at {@code oldestMutation}. */
    public Publisher snapshot(String area, String json, Instant oldestMutation) {
        ProducerRecord<String, String> published = new ProducerRecord<>(Topic.SNAPSHOTS.topicName(), area, json);
        byte[] moment = Long.toString(oldestMutation.toEpochMilli()).getBytes(StandardCharsets.US_ASCII);
        published.headers().add("buurtpuls-oldest-mutation", moment);
        sent.add(producer.send(published));
        return this;
    }

    /** Waits until Kafka holds all that was published. */
    public void done() {
        producer.flush();
        try {
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not take a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", e);
        } finally {
            sent.clear();
        }
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
