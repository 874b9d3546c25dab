package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.report.alert.Outbox.Delivery;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Tells each receiver in its own way. */
@ApplicationScoped
class Tellers {

    private static final List<String> ATTRIBUTES = List.of("specversion", "id", "source", "type", "time");
    /** Kafka is asked again by the outbox: it need not hold on to what it cannot take now. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final MutinyEmitter<String> topic;
    private final HttpPost http;
    private final Alertmanager alertmanager;
    private final AlertConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    Tellers(
            @Channel("alerts") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> topic,
            HttpPost http,
            Alertmanager alertmanager,
            AlertConfig config,
            ObjectMapper json,
            Clock clock) {
        this.topic = topic;
        this.http = http;
        this.alertmanager = alertmanager;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** Tells a receiver; fails if it has not got it. */
    Uni<Void> tell(Delivery delivery) {
        return Uni.createFrom().deferred(() -> switch (delivery.receiver().kind()) {
            case TOPIC -> toTopic(delivery);
            case ALERTMANAGER -> alertmanager.tell(List.of(read(delivery.body()).path("data")));
            case WEBHOOK -> toWebhook(delivery);
        });
    }

    /** A CloudEvent in binary mode, as on the other topics. */
    private Uni<Void> toTopic(Delivery delivery) {
        JsonNode event = read(delivery.body());
        RecordHeaders headers = new RecordHeaders();
        ATTRIBUTES.forEach(
                name -> headers.add("ce_" + name, event.path(name).asText().getBytes(StandardCharsets.UTF_8)));
        headers.add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
        Message<String> message = Message.of(event.path("data").toString())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(delivery.alert())
                        .withHeaders(headers)
                        .build());
        return topic.sendMessage(message)
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new IOException("Kafka has not taken it"));
    }

    private Uni<Void> toWebhook(Delivery delivery) {
        String secret = config.webhookSecret()
                .orElseThrow(() -> new IllegalStateException("there is no secret to sign with any more"));
        String signature = Signature.of(delivery.body(), clock.instant().getEpochSecond(), secret);
        return http.send(
                delivery.receiver().address(),
                AlertEvent.MEDIA_TYPE,
                Map.of(Signature.HEADER, signature),
                delivery.body(),
                config.privateWebhooks());
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event was kept that cannot be read", e);
        }
    }
}
