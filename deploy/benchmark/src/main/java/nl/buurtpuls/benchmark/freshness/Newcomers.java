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
    /** Who is born moves so many births later: by then the birth is in the topic. */
    private static final int BIRTHS_UNTIL_MOVE = 500;

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final String municipality;
    private final List<String> buurten;
    private final InstantSource clock;
    /** Sets this run's people and events apart from those of an earlier one on the same data. */
    private final String run;

    private long events;
    private long births;
    private long moves;
    private long probes;

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

    /** By turns a birth, each time in the next buurt, and a move of who was born a while ago, from theirs to the next. */
    Event ordinary() {
        if (births - moves <= BIRTHS_UNTIL_MOVE || events % 2 == 0) {
            long number = births++;
            return birth("p" + number, buurt(number));
        }
        long number = moves++;
        String person = "p" + number;
        return event(new EventData.MoveWithin(person(person), municipality, today(), home(buurt(number + 1), person)));
    }

    /** A birth in a buurt of the caller's choice, of someone who stays there. */
    Event probe(String buurt) {
        return birth("probe" + probes++, buurt);
    }

    private Event birth(String person, String buurt) {
        return event(new EventData.Birth(person(person), municipality, today(), home(buurt, person)));
    }

    private String buurt(long number) {
        return buurten.get((int) (number % buurten.size()));
    }

    private Event event(EventData data) {
        Instant now = clock.instant();
        return new Event(new EventId(SOURCE, run + "-" + events++), now, data);
    }

    private String person(String name) {
        return "benchmark-" + run + "-" + name;
    }

    private Residence home(String buurt, String person) {
        return new Residence(buurt, "benchmark-" + run + "-" + person, null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
