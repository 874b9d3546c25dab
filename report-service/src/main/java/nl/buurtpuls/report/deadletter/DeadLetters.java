package nl.buurtpuls.report.deadletter;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import nl.buurtpuls.contract.topic.DeadLetterHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** The topic of what could not be read. */
@ApplicationScoped
public class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MutinyEmitter<byte[]> topic;

    DeadLetters(
            @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> topic) {
        this.topic = topic;
    }

    /** Puts a record aside as it came, with the reason. Completes when Kafka holds it, however long that takes. */
    public Uni<Void> bury(ConsumerRecord<String, String> record, String reason) {
        LOG.warnf(
                "record %d of partition %d of %s goes to the dead letters: %s",
                record.offset(), record.partition(), record.topic(), reason);
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(record.key())
                .withHeaders(new RecordHeaders(DeadLetterHeaders.of(
                        record.headers(), record.topic(), record.partition(), record.offset(), reason)))
                .build();
        byte[] value = record.value() == null ? new byte[0] : record.value().getBytes(StandardCharsets.UTF_8);
        return Uni.createFrom()
                .deferred(() -> topic.sendMessage(Message.of(value).addMetadata(metadata)))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .indefinitely();
    }

    /** Completes when all are done. */
    public static Uni<Void> all(List<Uni<Void>> buried) {
        return buried.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(buried).andFailFast().replaceWithVoid();
    }
}
