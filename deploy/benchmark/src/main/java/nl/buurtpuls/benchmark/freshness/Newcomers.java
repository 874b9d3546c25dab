package nl.buurtpuls.benchmark.freshness;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.Residence;

/** Events about people who were not there before, so that those of the sample stay as they are. Not for several threads. */
final class Newcomers {
    private static final String SOURCE = "urn:nld:oin:00000001001234567000:systeem:benchmark";
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final String municipality;
    private final List<String> buurten;
    private final InstantSource clock;
    /** Sets this run's people and events apart from those of an earlier one on the same data. */
    private final String run;

    private long events;
    private long births;
    private long moves;

    /**
     * @param municipality code of theirs
     * @param buurten where the ordinary ones live
     */
    Newcomers(String municipality, List<String> buurten, InstantSource clock) {
        this.municipality = municipality;
        this.buurten = List.copyOf(buurten);
        this.clock = clock;
        this.run = Long.toString(clock.millis(), Character.MAX_RADIX);
    }

    /** By turns a birth, and a move of who was born a while ago, each time in the next buurt. */
    Event ordinary() {
        if (events % 2 == 0 || moves + buurten.size() >= births) {
            return birth(buurten.get((int) (births % buurten.size())));
        }
        long person = moves++;
        // One further than where they were born, or where they moved the last time.
        String buurt = buurten.get((int) ((person + 1) % buurten.size()));
        return event(new EventData.MoveWithin(person(person), municipality, today(), home(buurt, person)));
    }

    /** A birth in a buurt of its own choice. */
    Event birth(String buurt) {
        long person = births++;
        return event(new EventData.Birth(person(person), municipality, today(), home(buurt, person)));
    }

    private Event event(EventData data) {
        Instant now = clock.instant();
        return new Event(new EventId(SOURCE, run + "-" + events++), now, data);
    }

    private String person(long number) {
        return "benchmark-" + run + "-" + number;
    }

    private Residence home(String buurt, long person) {
        return new Residence(buurt, "benchmark-" + run + "-" + person, null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
