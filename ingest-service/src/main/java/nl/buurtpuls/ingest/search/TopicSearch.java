package nl.buurtpuls.ingest.search;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.topic.MunicipalPartition;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.ingest.problem.ProblemException;
import nl.buurtpuls.ingest.publish.Broker;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/** Looks for records in a topic, a few callers at a time: each takes a core for as long as it searches. */
@Singleton
public class TopicSearch {

    private static final Logger LOG = Logger.getLogger(TopicSearch.class);

    private final Broker broker;
    private final SearchConfig config;
    private final MeterRegistry registry;
    private final Semaphore free;

    TopicSearch(Broker broker, SearchConfig config, MeterRegistry registry) {
        this.broker = broker;
        this.config = config;
        this.registry = registry;
        this.free = new Semaphore(config.atOnce());
    }

    /** Searches topics one after the other, on one connection to the broker. */
    public final class Session implements AutoCloseable {

        private final KafkaConsumer<String, ByteBuffer> consumer;
        private final long deadline = System.nanoTime() + config.patience().toNanos();

        private Session(KafkaConsumer<String, ByteBuffer> consumer) {
            this.consumer = consumer;
        }

        /**
         * What a topic has of what is looked for.
         *
         * @throws ProblemException if the broker does not answer
         */
        public <T> Searched<T> search(Query<T> query) {
            long start = System.nanoTime();
            try {
                List<TopicPartition> partitions = partitions(query.topic(), query.keys());
                return new BackwardReading<>(consumer, query, config.stretch(), deadline).of(partitions);
            } catch (KafkaException e) {
                LOG.warnf("%s cannot be searched: %s", query.topic(), e.getMessage());
                throw ProblemException.outOfReach();
            } finally {
                registry.timer("buurtpuls.search", "topic", query.topic().topicName())
                        .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            }
        }

        private List<TopicPartition> partitions(Topic topic, Set<String> keys) {
            List<TopicPartition> all = consumer.partitionsFor(topic.topicName()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            if (keys.isEmpty() || all.isEmpty()) {
                return all;
            }
            Set<Integer> numbers = keys.stream()
                    .map(key -> MunicipalPartition.of(key, all.size()))
                    .collect(Collectors.toSet());
            return all.stream()
                    .filter(partition -> numbers.contains(partition.partition()))
                    .toList();
        }

        @Override
        public void close() {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            free.release();
        }
    }

    /**
     * Begins to search.
     *
     * @throws ProblemException if as many search as may
     */
    public Session begin() {
        if (!free.tryAcquire()) {
            throw ProblemException.busySearching();
        }
        try {
            return new Session(new KafkaConsumer<>(
                    ReadingSettings.of(broker), new StringDeserializer(), new ByteBufferDeserializer()));
        } catch (KafkaException e) {
            free.release();
            LOG.warnf("no search begins: %s", e.getMessage());
            throw ProblemException.outOfReach();
        }
    }
}
