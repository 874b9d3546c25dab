package nl.buurtpuls.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Subject;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private static final LocalDate DAY = LocalDate.of(2021, 3, 1);

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Publisher publisher = new Publisher(kafka, Duration.ofMillis(1), meters);

    @Test
    void moveIsPromisedOnlyWhenBothKeysAreAcknowledged() {
        CompletableFuture<Void> promise = publisher.publish(List.of(move()));

        assertThat(kafka.history()).extracting(ProducerRecord::key).containsExactly("GM0917", "GM0363");
        kafka.completeNext();
        assertThat(promise).isNotDone();
        assertThat(meters.get("buurtpuls.publish").timer().count()).isZero();
        kafka.completeNext();
        assertThat(promise).isCompleted();
        assertThat(meters.get("buurtpuls.publish").timer().count()).isEqualTo(1);
    }

    @Test
    void retractionOfAMoveGoesWhereTheMoveWent() {
        EventData retraction = new EventData.Retraction(
                "GM0917", new Subject.Person("p"), new EventId("urn:a:b", "1"), Place.municipality("GM0363"));
        publisher.publish(List.of(new Event(new EventId("urn:a:b", "2"), Instant.EPOCH, retraction)));

        assertThat(kafka.history()).extracting(ProducerRecord::key).containsExactly("GM0917", "GM0363");
    }

    @Test
    void oneRecordThatFailsFailsThePromise() {
        CompletableFuture<Void> promise = publisher.publish(List.of(death("1"), death("2")));

        kafka.completeNext();
        kafka.errorNext(new IllegalStateException("no replica"));
        assertThat(promise).isCompletedExceptionally();
        assertThatThrownBy(promise::get).isInstanceOf(ExecutionException.class).hasRootCauseMessage("no replica");
    }

    @Test
    void silenceIsNoPromise() {
        assertThatThrownBy(() -> publisher.publishAndWait(List.of(death("1")))).isInstanceOf(TimeoutException.class);
    }

    @Test
    void nothingIsPromisedAtOnce() {
        assertThat(publisher.publish(List.of())).isCompleted();
    }

    @Test
    void shutdownClosesTheProducerWhichSendsWhatItHolds() {
        publisher.close();

        assertThat(kafka.closed()).isTrue();
    }

    private static Event move() {
        return new Event(
                new EventId("urn:a:b", "m"),
                Instant.EPOCH,
                new EventData.IntermunicipalMove(
                        "p",
                        "GM0917",
                        DAY,
                        PartialDate.parse("1987"),
                        new Residence("BU09171000", "h", null),
                        Place.municipality("GM0363")));
    }

    private static Event death(String id) {
        return new Event(new EventId("urn:a:b", id), Instant.EPOCH, new EventData.Death("p", "GM0917", DAY));
    }
}
