package nl.buurtpuls.simulator;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.simulator.behaviour.TownLife;
import nl.buurtpuls.simulator.output.Outlet;
import nl.buurtpuls.simulator.register.Register;

/**
 * Plays mutations of today: day after day of the town's life happens on this one day of the clock, each spread over the
 * time that the speed leaves for it, and is sent at the moment it happens. The days between the last loaded one and today
 * are caught up with at once.
 */
final class Live {

    private static final double MILLIS_PER_DAY = 86_400_000;
    private static final long RETRY_MILLIS = 2_000;

    private final TownLife town;
    private final Outlet outlet;
    private final double speed;
    private final Clock clock;
    private final String idPrefix;
    private long count;

    /** {@code clock} is of the zone of the town. */
    Live(TownLife town, Outlet outlet, double speed, Clock clock) {
        this.town = town;
        this.outlet = outlet;
        this.speed = speed;
        this.clock = clock;
        // Other ids than of any load, and than of the last time that it was played.
        this.idPrefix = "live-" + clock.millis() + "-";
    }

    /** Plays until it is interrupted. */
    void play() throws InterruptedException {
        send(town.register().takeFacts());
        LocalDate today = LocalDate.now(clock);
        for (LocalDate day = town.today().plusDays(1); day.isBefore(today); day = day.plusDays(1)) {
            send(town.live(day));
        }
        while (true) {
            play(town.live(LocalDate.now(clock)));
        }
    }

    private void play(List<EventData> facts) throws InterruptedException {
        double length = MILLIS_PER_DAY / speed;
        long start = clock.millis();
        for (int i = 0; i < facts.size(); i++) {
            sleepUntil(start + (long) (length * i / facts.size()));
            send(facts.subList(i, i + 1));
        }
        sleepUntil(start + (long) length);
    }

    private void sleepUntil(long moment) throws InterruptedException {
        Thread.sleep(Math.max(0, moment - clock.millis()));
    }

    /** Sends these until they are taken. */
    private void send(List<EventData> facts) throws InterruptedException {
        if (facts.isEmpty()) {
            return;
        }
        List<Event> events = facts.stream().map(this::event).toList();
        while (true) {
            try {
                outlet.send(events);
                return;
            } catch (IOException e) {
                // Sending again never harms: what has an id that was taken already counts once.
                System.err.println("Not delivered, trying again: " + e.getMessage());
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }

    private Event event(EventData fact) {
        count++;
        return new Event(new EventId(Register.SOURCE, idPrefix + count), clock.instant(), fact);
    }

    /** How many events have been played. */
    long count() {
        return count;
    }
}
