package nl.buurtpuls.simulator.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.simulator.behaviour.Incomes.Arrival;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Target;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Spell;
import nl.buurtpuls.simulator.town.Town;

/** Corrects what those adults had to live on who settled in the year that the report has figures of. */
final class Settlers {

    private static final String HEERLEN = "GM0917";
    private static final int OLDEST = 65;
    private static final int SHORTEST = 60;

    private final Town town;
    private final Chance chance;
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Set<Arrival> members;

    /** {@code noted} are all who settled so far. */
    Settlers(Town town, List<Arrival> noted, Chance chance) {
        this.town = town;
        this.chance = chance;
        LocalDate last = Target.date("adult-arrivals");
        int to = (int) last.toEpochDay();
        int after = (int) last.minusYears(1).toEpochDay();
        for (Arrival arrival : noted) {
            if (arrival.day() > after && arrival.day() <= to) {
                arrivals.add(arrival);
            }
        }
        this.members = Set.copyOf(arrivals);
    }

    /**
     * Has as many of them arrive with a benefit as the table of targets says.
     *
     * @param kept those whose spells stay as they are
     */
    void correct(Scheme scheme, Set<Person> kept) {
        int wanted = (int) Target.value("adult-arrivals." + scheme.code(), HEERLEN);
        Map<Person, List<Spell>> all = spellsOf(scheme);
        List<Spell> with = new ArrayList<>();
        List<Arrival> without = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            List<Spell> spells = spells(all, arrival.person());
            List<Spell> onArrival = spells.stream()
                    .filter(spell -> spell.runsFrom(arrival.day()))
                    .toList();
            with.addAll(onArrival);
            if (spells.isEmpty() && canReceive(arrival)) {
                without.add(arrival);
            }
        }
        int number = with.size();
        for (Spell spell : with) {
            if (number > wanted && !kept.contains(spell.person())) {
                town.benefits().strikeFromOpenBooks(spell);
                number--;
            }
        }
        while (number < wanted && !without.isEmpty()) {
            Arrival arrival = without.remove(chance.between(0, without.size()));
            if (!kept.contains(arrival.person())) {
                enter(arrival, scheme);
                number++;
            }
        }
        if (number != wanted) {
            throw new IllegalStateException("adult-arrivals." + scheme.code() + " is " + number + ", not " + wanted);
        }
    }

    /** Which of the arrivals had a low income: those on social assistance, and others up to the number of the table. */
    Set<Arrival> poor() {
        int wanted = (int) Target.value("adult-arrivals.low-income", HEERLEN);
        Map<Person, List<Spell>> all = spellsOf(Scheme.SOCIAL_ASSISTANCE);
        Set<Arrival> poor = new HashSet<>();
        List<Arrival> likely = new ArrayList<>();
        List<Arrival> others = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            boolean onAssistance =
                    spells(all, arrival.person()).stream().anyMatch(spell -> spell.runsFrom(arrival.day()));
            if (onAssistance) {
                poor.add(arrival);
            } else {
                (arrival.person().isPoor() ? likely : others).add(arrival);
            }
        }
        while (poor.size() < wanted && likely.size() + others.size() > 0) {
            List<Arrival> from = likely.isEmpty() ? others : likely;
            poor.add(from.remove(chance.between(0, from.size())));
        }
        if (poor.size() != wanted) {
            throw new IllegalStateException("adult-arrivals.low-income is " + poor.size() + ", not " + wanted);
        }
        return poor;
    }

    /** Whether this is one of them. */
    boolean has(Arrival arrival) {
        return members.contains(arrival);
    }

    /** Who was of age to receive it, and has not come back since. */
    private boolean canReceive(Arrival arrival) {
        Person person = arrival.person();
        return person.age(arrival.day()) < OLDEST
                && person.settledOn() == arrival.day()
                && (person.leftOn() < arrival.day() && person.livesHere()
                        || person.leftOn() > arrival.day() + SHORTEST);
    }

    private void enter(Arrival arrival, Scheme scheme) {
        Person person = arrival.person();
        boolean stays = person.livesHere();
        int last = stays ? town.day() : person.leftOn();
        boolean whole = !stays && chance.hits(0.5);
        int end = whole ? last : chance.between(Math.min(arrival.day() + SHORTEST, last), last);
        boolean died = !stays && person.elsewhere() == null;
        town.benefits().enterInOpenBooks(person, scheme, arrival.day(), end, died && end == last);
    }

    private static List<Spell> spells(Map<Person, List<Spell>> of, Person person) {
        return of.getOrDefault(person, List.of());
    }

    private Map<Person, List<Spell>> spellsOf(Scheme scheme) {
        Map<Person, List<Spell>> spells = new IdentityHashMap<>();
        for (Spell spell : town.benefits().inOpenBooks()) {
            if (spell.scheme() == scheme) {
                spells.computeIfAbsent(spell.person(), any -> new ArrayList<>()).add(spell);
            }
        }
        return spells;
    }
}
