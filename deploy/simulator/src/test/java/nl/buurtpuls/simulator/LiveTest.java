package nl.buurtpuls.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.OfPerson;
import nl.buurtpuls.simulator.behaviour.TownLife;
import org.junit.jupiter.api.Test;

/** A small town, played so fast that a day takes under a second. */
class LiveTest {

    private static final Clock CLOCK = Clock.system(ZoneId.of("Europe/Amsterdam"));
    private static final double SPEED = 100_000;
    private static final int ENOUGH = 60;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final List<Event> played = Collections.synchronizedList(new ArrayList<>());
    private int failures;

    @Test
    void playedMutationsFollowTheLoadedOnesAndAreOfTodayUntilItIsStopped() throws InterruptedException {
        LocalDate today = LocalDate.now(CLOCK);
        Chronicle chronicle = new Chronicle(today.minusDays(30));
        TownLife town = Simulation.run(new Settings(3, today.minusDays(30), today.minusDays(3), 0.05), chronicle);

        play(town);

        played.forEach(chronicle);
        assertThat(chronicle.faults()).isEmpty();
        Set<LocalDate> days = new HashSet<>();
        played.forEach(event -> {
            if (event.data() instanceof OfPerson fact) {
                days.add(fact.effectiveDate());
            }
        });
        assertThat(days).contains(today).noneMatch(day -> day.isAfter(LocalDate.now(CLOCK)));
    }

    @Test
    void whatWasNotTakenIsSentAgainUnderTheSameId() throws InterruptedException {
        failures = 1;
        LocalDate today = LocalDate.now(CLOCK);
        TownLife town = Simulation.run(new Settings(3, today.minusDays(20), today, 0.05), event -> {});

        play(town);

        assertThat(failures).isZero();
        assertThat(played.stream().map(Event::id)).doesNotHaveDuplicates();
    }

    private void play(TownLife town) throws InterruptedException {
        Live live = new Live(town, this::take, SPEED, CLOCK);
        Thread player = new Thread(() -> {
            try {
                live.play();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        player.start();
        long end = CLOCK.millis() + LIMIT.toMillis();
        while (played.size() < ENOUGH && CLOCK.millis() < end) {
            Thread.sleep(20);
        }
        player.interrupt();
        player.join(LIMIT.toMillis());

        assertThat(player.isAlive()).isFalse();
        assertThat(played).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(live.count()).isBetween((long) played.size(), played.size() + 1L);
    }

    private void take(List<Event> events) throws IOException {
        if (failures > 0) {
            failures--;
            throw new IOException("not now");
        }
        played.addAll(events);
    }
}
