package nl.buurtpuls.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.*;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;

/**
 * Follows every life in a stream from its events alone, with nothing of the simulator, and notes what does not add up.
 * What it counts along the way are the figures the tests ask for.
 */
final class Chronicle implements Consumer<Event> {

    static final String HEERLEN = "GM0917";

    private static final ZoneId LOCAL = ZoneId.of("Europe/Amsterdam");
    /** More would be of no use to a reader. */
    private static final int MOST_FAULTS = 20;

    private enum Whereabouts {
        HERE,
        AWAY,
        DEAD
    }

    private static final class Life {
        private Whereabouts whereabouts = Whereabouts.HERE;
        private LocalDate born = LocalDate.MIN;
        private Residence residence = new Residence("", "", null);
    }

    private final AreaTable areas = AreaTable.shipped();
    private final LocalDate baseline;
    private final Map<String, Life> lives = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private final Set<String> dwellings = new HashSet<>();
    private final Set<String> eventIds = new HashSet<>();
    private final Map<EventType, Integer> counts = new TreeMap<>();
    private final Map<Integer, Map<String, Integer>> flows = new TreeMap<>();
    private final Map<String, Integer> foundedPerBuurt = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private Instant last = Instant.MIN;
    private LocalDate reached;
    private int total;
    private int residents;

    Chronicle(LocalDate baseline) {
        this.baseline = baseline;
        this.reached = baseline;
    }

    @Override
    public void accept(Event event) {
        total++;
        counts.merge(event.data().type(), 1, Integer::sum);
        check(eventIds.add(event.id().id()), event, "event id used before");
        check(event.time().isAfter(last), event, "not later than the event before");
        last = event.time();
        if (event.data() instanceof DwellingRegistered registered) {
            check(areas.accepts(HEERLEN, registered.buurt()), event, "no buurt of Heerlen");
            dwellings.add(registered.dwelling());
        } else if (event.data() instanceof OfPerson fact) {
            checkDates(event, fact);
            follow(event, fact);
        }
    }

    private void checkDates(Event event, OfPerson fact) {
        LocalDate written = event.time().atZone(LOCAL).toLocalDate();
        check(!fact.effectiveDate().isAfter(written), event, "written down before it happened");
        boolean looksBack = fact instanceof IncomeAssessed
                || fact instanceof BenefitGranted && fact.effectiveDate().isBefore(baseline);
        if (!looksBack) {
            check(!fact.effectiveDate().isBefore(reached), event, "out of order: " + reached + " was reached");
            reached = fact.effectiveDate();
        }
    }

    private void follow(Event event, OfPerson fact) {
        if (fact instanceof Stand d) {
            check(!lives.containsKey(d.person()), event, "known before");
            foundedPerBuurt.merge(d.residence().buurt(), 1, Integer::sum);
            enter(event, d, d.birthDate());
        } else if (fact instanceof Birth d) {
            check(!lives.containsKey(d.person()), event, "known before");
            flow(fact, "births");
            enter(event, d, PartialDate.of(d.effectiveDate()));
        } else if (fact instanceof Immigration d) {
            check(!lives.containsKey(d.person()), event, "known before: that would be a return");
            flow(fact, "arrivals");
            enter(event, d, d.birthDate());
        } else if (fact instanceof ReturnFromAbroad d) {
            check(lives.containsKey(d.person()), event, "nobody known returns");
            flow(fact, "arrivals");
            enter(event, d, d.birthDate());
        } else if (fact instanceof IntermunicipalMove d) {
            if (d.municipality().equals(HEERLEN)) {
                flow(fact, "arrivals");
                enter(event, d, d.birthDate());
            } else {
                check(HEERLEN.equals(d.origin().municipality()), event, "passes Heerlen by");
                check(areas.accepts(d.municipality(), d.residence().buurt()), event, "no buurt of the receiving one");
                flow(fact, "departures");
                leave(event, fact, Whereabouts.AWAY);
            }
        } else if (fact instanceof Emigration) {
            flow(fact, "departures");
            leave(event, fact, Whereabouts.AWAY);
        } else if (fact instanceof Death) {
            flow(fact, "deaths");
            leave(event, fact, Whereabouts.DEAD);
            for (Scheme scheme : Scheme.values()) {
                running.remove(key(fact.person(), scheme));
            }
        } else if (fact instanceof MoveWithin d) {
            flow(fact, "moves within");
            dwell(event, d);
        } else if (fact instanceof HouseholdChange d) {
            Residence before = life(event, d).residence;
            check(before.buurt().equals(d.residence().buurt()), event, "a household change to another buurt");
            check(!before.household().equals(d.residence().household()), event, "a household change to the same");
            dwell(event, d);
        } else if (fact instanceof BenefitGranted d) {
            check(!d.effectiveDate().isBefore(life(event, d).born), event, "a benefit before birth");
            check(running.add(key(d.person(), d.scheme())), event, "granted while it ran");
        } else if (fact instanceof BenefitEnded d) {
            check(running.remove(key(d.person(), d.scheme())), event, "ended while it did not run");
        }
    }

    private static String key(String person, Scheme scheme) {
        return person + " " + scheme.code();
    }

    private void enter(Event event, Placement fact, PartialDate born) {
        Life life = lives.get(fact.person());
        if (life == null) {
            life = new Life();
            life.born = born.day();
            lives.put(fact.person(), life);
        } else {
            check(life.whereabouts == Whereabouts.AWAY, event, "arrives but is " + life.whereabouts);
            check(life.born.equals(born.day()), event, "born on another day than before");
        }
        check(!fact.effectiveDate().isBefore(life.born), event, "arrives before birth");
        life.whereabouts = Whereabouts.HERE;
        residents++;
        dwell(event, fact);
    }

    private void leave(Event event, OfPerson fact, Whereabouts to) {
        Life life = life(event, fact);
        check(!fact.effectiveDate().isBefore(life.born), event, "leaves before birth");
        life.whereabouts = to;
        residents--;
    }

    private void dwell(Event event, Placement fact) {
        Residence residence = fact.residence();
        check(areas.accepts(HEERLEN, residence.buurt()), event, "no buurt of Heerlen");
        check(residence.dwelling() == null || dwellings.contains(residence.dwelling()), event, "unregistered dwelling");
        life(event, fact).residence = residence;
    }

    /** The life of someone who must live here. */
    private Life life(Event event, OfPerson fact) {
        Life life = lives.get(fact.person());
        check(life != null && life.whereabouts == Whereabouts.HERE, event, "is no resident");
        return life == null ? new Life() : life;
    }

    private void flow(OfPerson fact, String name) {
        flows.computeIfAbsent(fact.effectiveDate().getYear(), year -> new TreeMap<>())
                .merge(name, 1, Integer::sum);
    }

    private void check(boolean holds, Event event, String fault) {
        if (!holds && faults.size() < MOST_FAULTS) {
            faults.add(fault + ": " + event);
        }
    }

    /** The first things that did not add up. */
    List<String> faults() {
        return faults;
    }

    int total() {
        return total;
    }

    int residents() {
        return residents;
    }

    long recipients(Scheme scheme) {
        return running.stream()
                .filter(benefit -> benefit.endsWith(" " + scheme.code()))
                .filter(benefit ->
                        lives.get(benefit.substring(0, benefit.indexOf(' '))).whereabouts == Whereabouts.HERE)
                .count();
    }

    Map<EventType, Integer> counts() {
        return counts;
    }

    Map<String, Integer> foundedPerBuurt() {
        return foundedPerBuurt;
    }

    /** Persons per kind of flow in a year. */
    Map<String, Integer> flowsOf(int year) {
        return flows.getOrDefault(year, Map.of());
    }
}
