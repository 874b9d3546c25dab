package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import nl.buurtpuls.contract.event.Event;

/** People who come to live in one buurt, one after the other: whether a stack counts them still. */
final class HeadCount {

    private static final Register VENLO = new Register("GM0983");

    private final Running running;
    private int people;

    HeadCount(Running running) {
        this.running = running;
    }

    /** Who comes next; the same until they are {@linkplain #came counted on}. */
    Event next() {
        return VENLO.lives("p" + (people + 1), VENLO.buurt(101), LocalDate.parse("2024-01-01"));
    }

    /** Who comes next was accepted. */
    void came() {
        people++;
    }

    void assertThatWhoComesIsCounted() throws Exception {
        running.send(next());
        came();
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(running.snapshot(VENLO.buurt(101))
                                .at("/indicators/population/value")
                                .asInt())
                        .isEqualTo(people));
    }
}
