package nl.buurtpuls.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Plan;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;

/** Births and deaths, as many as planned. */
final class LifeAndDeath implements Daily {

    private static final int DAYS_BETWEEN_BIRTHS = 300;
    private static final int TRIES = 2000;
    /** How much rarer a child is born to a mother without a partner. */
    private static final double ALONE = 0.35;

    /** How many of a group of people are to die. */
    private record Deaths(Quota quota, Predicate<Person> those) {}

    private final Town town;
    private final Chance chance;
    private final Happening birth;
    private final Happening death;
    private final List<Quota> births = new ArrayList<>();
    private final List<Deaths> deaths = new ArrayList<>();

    LifeAndDeath(Town town, Plan plan, Chance chance) {
        this.town = town;
        this.chance = chance;
        this.birth = new Happening("fertility", chance, this::canBear);
        this.death = new Happening("mortality", chance, person -> person.settledOn() < town.day());
        for (Part part : town.parts()) {
            births.add(new Quota(town.calendar(), year -> plan.of("births." + part.name(), year)));
        }
        Part first = town.parts().get(0);
        if (town.parts().size() == 1) {
            deaths.add(new Deaths(
                    new Quota(town.calendar(), year -> plan.of("deaths." + first.name(), year)), person -> true));
        } else {
            // Those who lived in the first part on the first day die as planned, wherever in the town they live now.
            deaths.add(new Deaths(
                    new Quota(town.calendar(), year -> plan.of("deaths." + first.name(), year)), first::founded));
            deaths.add(new Deaths(
                    new Quota(town.calendar(), year -> plan.of("deaths.others", year)),
                    person -> !first.founded(person)));
        }
    }

    private boolean canBear(Person person) {
        return person.isFemale()
                && person.role() != Person.Role.MEMBER
                && person.lastChildOn() < town.day() - DAYS_BETWEEN_BIRTHS
                && (person.household().partner() != null || chance.hits(ALONE));
    }

    @Override
    public void live() {
        for (int i = 0; i < births.size(); i++) {
            Part part = town.parts().get(i);
            for (int due = births.get(i).due(); due > 0; due--) {
                Person mother = birth.next(part.residents(), town.day(), TRIES, person -> true);
                if (mother != null) {
                    town.bear(mother);
                    births.get(i).count(1);
                }
            }
        }
        deaths.forEach(this::die);
    }

    private void die(Deaths of) {
        for (int due = of.quota().due(); due > 0; due--) {
            Person person = null;
            for (int i = 0; i < TRIES && person == null; i++) {
                person = death.next(part().residents(), town.day(), 1, of.those());
            }
            if (person != null) {
                town.die(person);
                of.quota().count(1);
            }
        }
    }

    /** A part by its number of residents. */
    private Part part() {
        int draw = chance.between(0, town.size());
        for (Part part : town.parts()) {
            if (draw < part.residents().size()) {
                return part;
            }
            draw -= part.residents().size();
        }
        return town.parts().get(0);
    }
}
