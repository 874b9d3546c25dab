package nl.buurtpuls.ingest.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import nl.buurtpuls.contract.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class BackwardReadingTest {

    private static final int RECORDS = 25;
    private static final String NAME = Topic.MUTATIONS.topicName();
    private static final List<TopicPartition> PARTITIONS =
            IntStream.range(0, 3).mapToObj(n -> new TopicPartition(NAME, n)).toList();

    private long looked;

    @Test
    void everyRecordOfEveryPartitionIsLookedAtOnce() {
        Searched<Long> searched = read(Set.of(), Integer.MAX_VALUE, 7, Duration.ofMinutes(1));

        assertThat(searched.found())
                .containsExactlyElementsOf(IntStream.range(0, 3)
                        .boxed()
                        .flatMap(any -> LongStream.range(0, RECORDS).boxed())
                        .toList());
        assertThat(searched.from()).isNull();
        assertThat(looked).isEqualTo(3L * RECORDS);
    }

    @Test
    void newestAreFoundFirstAndOlderOnesAreLeftUnreadOnceThereIsEnough() {
        Searched<Long> searched = read(Set.of(), 1, 10, Duration.ofMinutes(1));

        assertThat(searched.found()).contains(24L, 15L).doesNotContain(14L);
        assertThat(searched.from()).isEqualTo(Instant.ofEpochMilli(15));
    }

    @Test
    void whatIsUnderOtherKeysIsNotKept() {
        Searched<Long> searched = read(Set.of("GM0001"), Integer.MAX_VALUE, 10, Duration.ofMinutes(1));

        assertThat(searched.found()).hasSize(3 * 12).allMatch(offset -> offset % 2 == 1);
    }

    @Test
    void whenItsTimeIsOverItEndsWithWhatItHas() {
        Searched<Long> searched = read(Set.of(), Integer.MAX_VALUE, 10, Duration.ZERO);

        assertThat(searched.found()).isEmpty();
        assertThat(searched.from()).isNotNull();
    }

    private Searched<Long> read(Set<String> keys, int most, long stretch, Duration patience) {
        try (Broker broker = new Broker()) {
            Query<Long> query = new Query<>(
                    Topic.MUTATIONS,
                    keys,
                    record -> {
                        looked++;
                        return record.offset();
                    },
                    most);
            return new BackwardReading<>(broker, query, stretch, System.nanoTime() + patience.toNanos()).of(PARTITIONS);
        }
    }

    /** Three partitions of records with odd and even keys; it gives what is asked for, and some beyond it. */
    private static final class Broker extends MockConsumer<String, ByteBuffer> {

        Broker() {
            super("none");
            PARTITIONS.forEach(partition -> {
                updateBeginningOffsets(Map.of(partition, 0L));
                updateEndOffsets(Map.of(partition, (long) RECORDS));
            });
        }

        @Override
        public synchronized void seek(TopicPartition partition, long offset) {
            super.seek(partition, offset);
            for (long each = offset; each < RECORDS; each++) {
                addRecord(new ConsumerRecord<>(
                        NAME,
                        partition.partition(),
                        each,
                        each,
                        TimestampType.CREATE_TIME,
                        -1,
                        -1,
                        "GM000" + each % 2,
                        ByteBuffer.allocate(0),
                        new RecordHeaders(),
                        Optional.empty()));
            }
        }
    }
}
