package nl.buurtpuls.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DispatchTest {

    private static final AlertConfig CONFIG = Settings.unchanged();
    private static final Receiver WEBHOOK = Receiver.webhook(URI.create("https://example.nl/hook"));

    @Test
    void whatIsForTheTopicIsNeverGivenUpHoweverLongKafkaIsAway() {
        Box box = new Box(Receiver.TOPIC, 1);

        new Dispatch(box, new Deaf(), CONFIG, new SimpleMeterRegistry()).wake();

        assertThat(box.parked).isEmpty();
        assertThat(box.triedAgainAfter)
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(90)));
    }

    @Test
    void whatIsForAWebhookIsGivenUpAfterADay() {
        Box box = new Box(WEBHOOK, 1);

        new Dispatch(box, new Deaf(), CONFIG, new SimpleMeterRegistry()).wake();

        assertThat(box.parked).hasSize(1);
        assertThat(box.triedAgainAfter).isEmpty();
    }

    @Test
    void aBacklogOfAnyLengthIsEmptied() {
        Box box = new Box(WEBHOOK, 50_000);

        new Dispatch(box, new Deaf(), CONFIG, new SimpleMeterRegistry()).wake();

        assertThat(box.parked).hasSize(50_000);
    }

    /** Reaches nobody. */
    private static final class Deaf extends Tellers {
        Deaf() {
            super(null, null, null, CONFIG, new ObjectMapper(), Clock.systemUTC());
        }

        @Override
        Uni<Void> tell(Outbox.Delivery delivery) {
            return Uni.createFrom().failure(new IOException("nobody there"));
        }
    }

    /** Holds what was tried in vain for two days. */
    private static final class Box extends Outbox {

        private final Receiver receiver;
        private final List<Long> parked = new ArrayList<>();
        private final List<Duration> triedAgainAfter = new ArrayList<>();
        private int left;

        Box(Receiver receiver, int size) {
            super(null, CONFIG, new ObjectMapper());
            this.receiver = receiver;
            this.left = size;
        }

        @Override
        Uni<List<Receiver>> receivers() {
            return Uni.createFrom().item(List.of(receiver));
        }

        @Override
        Uni<List<Delivery>> take(Receiver from, Duration lease, int most) {
            List<Delivery> taken = new ArrayList<>();
            for (; left > 0 && taken.size() < most; left--) {
                taken.add(old(left));
            }
            return Uni.createFrom().item(taken);
        }

        private Delivery old(long id) {
            OffsetDateTime now = OffsetDateTime.now();
            double age = Duration.ofDays(2).toMillis();
            return new Delivery(id, "alert", "event", receiver, "{}", 100, now, age, now, null, null, null);
        }

        @Override
        Uni<Optional<Duration>> delivered(Delivery delivery) {
            throw new AssertionError("nobody was told");
        }

        @Override
        Uni<Void> failed(Delivery delivery, String error, Duration pause) {
            triedAgainAfter.add(pause);
            return Uni.createFrom().voidItem();
        }

        @Override
        Uni<Void> parked(Delivery delivery, String error) {
            parked.add(delivery.id());
            return Uni.createFrom().voidItem();
        }
    }
}
