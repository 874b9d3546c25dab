package nl.buurtpuls.benchmark.instances;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.benchmark.peers.MutationsTopic;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.Birth;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.oracle.Published;

/** In one buurt of each municipality somebody is born five times a second, until it is stopped. */
final class Births implements AutoCloseable {
    private static final String SOURCE = "urn:nld:oin:00000001001234567000:systeem:instances";
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final long EVERY_MILLIS = 200;

    private final Map<String, String> buurten;
    private final MutationsTopic topic;
    private final InstantSource clock;
    private final List<Event> born = new ArrayList<>();
    private final Thread pace = new Thread(this::bear, "births");

    /**
     * @param buurten by municipality
     */
    Births(Map<String, String> buurten, MutationsTopic topic, InstantSource clock) {
        this.buurten = Map.copyOf(buurten);
        this.topic = topic;
        this.clock = clock;
    }

    void start() {
        pace.setDaemon(true);
        pace.start();
    }

    private void bear() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                List<Event> now = new ArrayList<>();
                buurten.forEach((municipality, buurt) -> now.add(birth(municipality, buurt, born.size() + now.size())));
                born.addAll(now);
                topic.publish(Published.all(now));
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            // Asked to stop.
        }
    }

    private Event birth(String municipality, String buurt, int number) {
        String name = "born-" + number;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return new Event(
                new EventId(SOURCE, name),
                clock.instant(),
                new Birth(name, municipality, today, new Residence(buurt, name, null)));
    }

    /** Stops, and returns all who were born. */
    List<Event> stop() throws InterruptedException {
        pace.interrupt();
        pace.join();
        return List.copyOf(born);
    }

    @Override
    public void close() {
        pace.interrupt();
    }
}
