package nl.buurtpuls.ingest.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import nl.buurtpuls.contract.event.ErasureHeaders;
import nl.buurtpuls.contract.event.ErasureRequest;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.topic.DeadLetterHeaders;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.contract.trace.TraceHeaders;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts events into the mutations topic: under the key of their municipality, and of the one left if there is one. */
@Singleton
public class Publisher {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Producer<String, byte[]> producer;
    private final Duration patience;
    private final Timer timer;

    @Inject
    Publisher(Broker broker, PublishConfig config, MeterRegistry registry) {
        this(producer(broker.settings(), config.patience().toMillis()), config.patience(), registry);
    }

    /**
     * @param producer any that acknowledges what it is given, or says why not, in its own time
     */
    public Publisher(Producer<String, byte[]> producer, Duration patience, MeterRegistry registry) {
        this.producer = producer;
        this.patience = patience;
        this.timer = Timer.builder("buurtpuls.publish")
                .description("From sending events to Kafka until it has acknowledged them all")
                .publishPercentileHistogram()
                .register(registry);
    }

    private static Producer<String, byte[]> producer(Map<String, Object> settings, long patience) {
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "ingest-service");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience / 2);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) (patience / 2));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) patience);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Returns when Kafka has acknowledged every event.
     *
     * @throws ExecutionException if it refuses one, or does not acknowledge it in time
     * @throws TimeoutException if it does not answer at all
     */
    public void publishAndWait(List<Event> events) throws InterruptedException, ExecutionException, TimeoutException {
        long giveUp = System.nanoTime() + patience.plus(GRACE).toNanos();
        publish(events).get(giveUp - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /**
     * Returns when every partition of the mutations holds the request: only where it is read is it known whether that
     * municipality knows the person.
     *
     * @throws ExecutionException if Kafka refuses it somewhere, or does not acknowledge it in time
     * @throws TimeoutException if it does not answer at all
     */
    public void publishAndWait(ErasureRequest request)
            throws InterruptedException, ExecutionException, TimeoutException {
        String topic = Topic.MUTATIONS.topicName();
        byte[] data = ErasureHeaders.data(request);
        List<Header> headers = ErasureHeaders.write(request);
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            List<PartitionInfo> partitions = producer.partitionsFor(topic);
            AtomicInteger waiting = new AtomicInteger(partitions.size());
            for (PartitionInfo partition : partitions) {
                send(
                        new ProducerRecord<>(topic, partition.partition(), null, request.municipality(), data, headers),
                        waiting,
                        System.nanoTime(),
                        acknowledged);
            }
        } catch (KafkaException e) {
            acknowledged.completeExceptionally(e);
        }
        acknowledged.get(patience.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Completes when Kafka has acknowledged every event, exceptionally when one is not acknowledged in time. */
    public CompletableFuture<Void> publish(List<Event> events) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        int records = 0;
        for (Event event : events) {
            records += event.data().municipalityLeft() == null ? 1 : 2;
        }
        if (records == 0) {
            acknowledged.complete(null);
            return acknowledged;
        }
        List<Header> trace = TraceHeaders.write(Span.current().getSpanContext());
        long sent = System.nanoTime();
        AtomicInteger waiting = new AtomicInteger(records);
        for (Event event : events) {
            byte[] data = EventJson.write(event.data());
            List<Header> headers = new ArrayList<>(EventHeaders.write(event));
            headers.addAll(trace);
            send(event.data().municipality(), data, headers, waiting, sent, acknowledged);
            String left = event.data().municipalityLeft();
            if (left != null) {
                send(left, data, headers, waiting, sent, acknowledged);
            }
            if (acknowledged.isCompletedExceptionally()) {
                break;
            }
        }
        return acknowledged;
    }

    private void send(
            String key,
            byte[] data,
            List<Header> headers,
            AtomicInteger waiting,
            long sent,
            CompletableFuture<Void> acknowledged) {
        send(
                new ProducerRecord<>(Topic.MUTATIONS.topicName(), null, null, key, data, headers),
                waiting,
                sent,
                acknowledged);
    }

    private void send(
            ProducerRecord<String, byte[]> record,
            AtomicInteger waiting,
            long sent,
            CompletableFuture<Void> acknowledged) {
        try {
            producer.send(record, (metadata, failure) -> {
                if (failure != null) {
                    acknowledged.completeExceptionally(failure);
                } else if (waiting.decrementAndGet() == 0) {
                    timer.record(System.nanoTime() - sent, TimeUnit.NANOSECONDS);
                    acknowledged.complete(null);
                }
            });
        } catch (KafkaException e) {
            acknowledged.completeExceptionally(e);
        }
    }

    /**
     * Marks a dead letter as sent again, and returns once Kafka has acknowledged that.
     *
     * @param as the event that it was sent as
     * @throws ExecutionException if Kafka refuses, or does not acknowledge in time
     * @throws TimeoutException if it does not answer at all
     */
    public void markResent(@Nullable String key, int partition, long offset, EventId as)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<Header> headers = List.of(
                DeadLetterHeaders.header(DeadLetterHeaders.RESENT, Long.toString(offset)),
                DeadLetterHeaders.header("ce_id", as.id()),
                DeadLetterHeaders.header("ce_source", as.source()));
        producer.send(new ProducerRecord<>(Topic.DEAD_LETTERS.topicName(), partition, null, key, null, headers))
                .get(patience.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits for what is on its way: nothing that a sender still hopes for is dropped by a shutdown. */
    @PreDestroy
    void close() {
        producer.close();
    }
}
