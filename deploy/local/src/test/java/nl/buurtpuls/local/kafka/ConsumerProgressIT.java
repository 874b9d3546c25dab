package nl.buurtpuls.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import nl.buurtpuls.local.process.DataFolder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class ConsumerProgressIT {
    private static final String GROUP = "reader";

    @TempDir
    static Path folder;

    private static Kafka kafka;
    private String topic = "";

    @BeforeAll
    static void start() throws InterruptedException {
        DataFolder data = new DataFolder(folder);
        data.prepare();
        kafka = Kafka.on(data, 30_892, 30_893).start();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @BeforeEach
    void createTopic(TestInfo test) throws Exception {
        topic = test.getTestMethod().orElseThrow().getName();
        try (Admin admin = kafka.admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    @Test
    void aGroupThatHasReadNothingOfAFullTopicIsBehind() throws Exception {
        write(true, 3);

        assertThat(standing().caughtUp()).isFalse();
        assertThat(standing().behind()).isEqualTo(4);
    }

    @Test
    void anEmptyTopicLeavesNobodyBehind() throws Exception {
        assertThat(standing().caughtUp()).isTrue();
    }

    @Test
    void aTopicThatIsNotThereYetCountsAsUnread() throws Exception {
        try (ConsumerProgress progress = new ConsumerProgress(kafka)) {
            assertThat(progress.standing("nobody", List.of("no-such-topic")).caughtUp())
                    .isFalse();
        }
    }

    @Test
    void aCommitMarkerAfterTheLastRecordIsNothingToRead() throws Exception {
        write(true, 3);
        commit(3);

        assertThat(standing().behind()).isEqualTo(1);
        assertThat(standing().caughtUp()).isTrue();
    }

    @Test
    void recordsOfAnAbortedTransactionAreNothingToRead() throws Exception {
        write(true, 3);
        write(false, 50);
        commit(4);

        assertThat(standing().behind()).isEqualTo(51);
        assertThat(standing().caughtUp()).isTrue();
    }

    @Test
    void aCommittedRecordBehindAnAbortedTransactionIsStillToRead() throws Exception {
        write(true, 3);
        write(false, 50);
        write(true, 1);
        commit(4);

        assertThat(standing().caughtUp()).isFalse();
    }

    @Test
    void whileATransactionIsOpenNobodyHasCaughtUp() throws Exception {
        try (KafkaProducer<String, String> producer = producer()) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "open")).get();

            assertThat(standing().caughtUp()).isFalse();

            producer.abortTransaction();
        }
    }

    private ConsumerProgress.Standing standing() throws InterruptedException {
        try (ConsumerProgress progress = new ConsumerProgress(kafka)) {
            // A group of its own for each test: a group is asked about every topic that it has read.
            return progress.standing(GROUP + topic, List.of(topic));
        }
    }

    private void commit(long offset) throws Exception {
        try (Admin admin = kafka.admin()) {
            admin.alterConsumerGroupOffsets(
                            GROUP + topic, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        }
    }

    private void write(boolean commit, int records) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = producer()) {
            producer.beginTransaction();
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(topic, "value"));
            }
            producer.flush();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private KafkaProducer<String, String> producer() {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", topic),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }
}
