package nl.buurtpuls.indicator.erasure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import nl.buurtpuls.contract.topic.Republished;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** One partition of a topic, to be read, written to and deleted from. */
final class Partition {

    private static final Duration WAIT = Duration.ofMillis(200);
    /** So many records may wait to be acknowledged. */
    private static final int IN_FLIGHT = 10_000;

    /** Takes a record as it is stored. */
    interface Reader {
        void read(ConsumerRecord<byte[], byte[]> record) throws InterruptedException;
    }

    private final TopicPartition place;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final Admin admin;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    Partition(TopicPartition place, Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer, Admin admin) {
        this.place = place;
        this.consumer = consumer;
        this.producer = producer;
        this.admin = admin;
    }

    int number() {
        return place.partition();
    }

    /** Offset of the first record. */
    long begin() {
        return consumer.beginningOffsets(List.of(place)).get(place);
    }

    /** Offset of the next record that will be written. */
    long end() {
        return consumer.endOffsets(List.of(place)).get(place);
    }

    /** Gives the records from one offset up to another. */
    void read(long from, long to, Reader reader) throws InterruptedException {
        consumer.assign(List.of(place));
        consumer.seek(place, from);
        while (consumer.position(place) < to) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(WAIT)) {
                if (record.offset() < to) {
                    reader.read(record);
                }
            }
        }
    }

    /**
     * Writes a record behind all others, as it was but for the mark that it is a copy, and maybe headers in place of
     * others of the same name.
     *
     * @param end offset that all the originals stand before
     * @return its offset, once it is acknowledged
     */
    Future<RecordMetadata> writeAgain(ConsumerRecord<byte[], byte[]> record, long end, Header... replaced)
            throws InterruptedException {
        RecordHeaders headers = new RecordHeaders(record.headers());
        headers.remove(Republished.HEADER);
        headers.add(Republished.mark(end));
        for (Header header : replaced) {
            headers.remove(header.key());
            headers.add(header);
        }
        return write(record, headers);
    }

    /** Writes a record behind all others as if it came only now. */
    void writeAnew(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        write(record, new RecordHeaders(record.headers()));
    }

    private Future<RecordMetadata> write(ConsumerRecord<byte[], byte[]> record, RecordHeaders headers)
            throws InterruptedException {
        Future<RecordMetadata> written = producer.send(new ProducerRecord<>(
                place.topic(), place.partition(), record.timestamp(), record.key(), record.value(), headers));
        sent.add(written);
        if (sent.size() == IN_FLIGHT) {
            awaitAcknowledged();
        }
        return written;
    }

    /** Returns when everything that was written is acknowledged. */
    void awaitAcknowledged() throws InterruptedException {
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            acknowledged(one);
        }
        sent.clear();
    }

    /** The offset at which a record was written. */
    static long acknowledged(Future<RecordMetadata> written) throws InterruptedException {
        try {
            return written.get().offset();
        } catch (ExecutionException e) {
            throw new KafkaException("a record was not acknowledged", e.getCause());
        }
    }

    /** Deletes everything before an offset. */
    void deleteBefore(long offset) throws InterruptedException {
        try {
            admin.deleteRecords(Map.of(place, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("records were not deleted", e.getCause());
        }
    }
}
