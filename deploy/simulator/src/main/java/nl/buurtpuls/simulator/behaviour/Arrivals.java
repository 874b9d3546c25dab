package nl.buurtpuls.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.table.Places;
import nl.buurtpuls.simulator.table.Plan;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;
import org.jspecify.annotations.Nullable;

/** People who settle in the town: as many as planned per part, of whom so many adults in the whole town. */
final class Arrivals implements Daily {

    private static final int TRIES = 60;
    /** Nobody comes back sooner than this, in days: so nobody settles twice in a year. */
    private static final int AWAY = 400;

    private final Town town;
    private final Homes homes;
    private final Welfare welfare;
    private final Parameters parameters;
    private final Chance chance;
    private final Population population;
    private final Places municipalities;
    private final Places countries = Places.countries();
    private final double fromAbroad;
    private final List<Quota> perPart = new ArrayList<>();
    private final Quota adults;
    private final Quota minors;
    private final @Nullable Kindergarten kindergarten;

    /**
     * @param municipalities that they come from; none for a town whose arrivals are all part of other simulations
     * @param kindergarten what it needs to know of the first part's children, if that is planned
     */
    Arrivals(
            Town town,
            Homes homes,
            Welfare welfare,
            Plan plan,
            Places municipalities,
            @Nullable Kindergarten kindergarten,
            Parameters parameters,
            Chance chance) {
        this.town = town;
        this.homes = homes;
        this.welfare = welfare;
        this.parameters = parameters;
        this.chance = chance;
        this.population = new Population(town, chance);
        this.municipalities = municipalities;
        this.fromAbroad = municipalities.isEmpty() ? 1 : parameters.get("arrivals.abroad");
        this.kindergarten = kindergarten;
        List<String> parts = town.parts().stream().map(Part::name).toList();
        parts.forEach(part -> perPart.add(new Quota(town.calendar(), year -> plan.of("arrivals." + part, year))));
        this.adults = new Quota(town.calendar(), year -> plan.of("adult-arrivals", year));
        this.minors = new Quota(
                town.calendar(),
                year -> parts.stream()
                                .mapToInt(part -> plan.of("arrivals." + part, year))
                                .sum()
                        - plan.of("adult-arrivals", year));
    }

    @Override
    public void live() {
        for (int i = 0; i < perPart.size(); i++) {
            while (perPart.get(i).due() > 0) {
                arrive(town.parts().get(i), perPart.get(i));
            }
        }
    }

    private void arrive(Part part, Quota quota) {
        List<Person> members = household(part, quota);
        Place origin = chance.hits(fromAbroad) ? countries.draw(chance) : municipalities.draw(chance);
        int grownUp = (int)
                members.stream().filter(person -> !person.isMinor(town.day())).count();
        quota.count(members.size());
        adults.count(grownUp);
        minors.count(members.size() - grownUp);
        if (grownUp == 0) {
            members.forEach(child -> town.settle(child, family(part).household(), origin));
            return;
        }
        boolean onAssistance = welfare.drawArrival(members, part, origin);
        town.settle(homes.in(part, members), members, origin);
        welfare.onArrival(members, onAssistance);
    }

    /** A household that the plan still has room for. */
    private List<Person> household(Part part, Quota quota) {
        for (int i = 0; i < TRIES; i++) {
            double draw = chance.between(0.0, 1.0);
            double single = parameters.get("arrivals.single-young") + parameters.get("arrivals.single-older");
            double childless = single + parameters.get("arrivals.couple");
            int grownUp = draw < single ? 1 : draw < childless || chance.hits(0.6) ? 2 : 1;
            int children = draw < childless || minors.due() <= 0 ? 0 : chance.between(1, 4);
            if (quota.allows(grownUp + children) && adults.allows(grownUp) && minors.allows(children)) {
                return grownUp + children == 1 ? List.of(alone()) : family(part, grownUp, children);
            }
        }
        // Near the end of the year: what is still missing, one by one. A child comes to a family that lives here.
        return List.of(adults.allows(1) ? alone() : population.child(chance.between(20, 40)));
    }

    private Person alone() {
        if (chance.hits(parameters.get("arrivals.returning"))
                && !town.former().gone().isEmpty()) {
            Person person = town.former().gone().pick(chance);
            if (person.leftOn() < town.day() - AWAY && person.age(town.day()) > Person.ADULT) {
                town.makeHead(person);
                return person;
            }
        }
        double young = parameters.get("arrivals.single-young")
                / (parameters.get("arrivals.single-young") + parameters.get("arrivals.single-older"));
        return population.someone(
                chance.hits(young) ? chance.between(18, 30) : chance.between(30, 80), Person.Role.HEAD);
    }

    private List<Person> family(Part part, int grownUp, int children) {
        List<Person> members = new ArrayList<>();
        int age = chance.between(23, 46);
        members.add(population.someone(age, Person.Role.HEAD));
        if (grownUp == 2) {
            members.add(population.someone(population.partnerAge(age), Person.Role.PARTNER));
        }
        for (int i = 0; i < children; i++) {
            members.add(child(part, age));
        }
        return members;
    }

    private Person child(Part part, int parentAge) {
        if (kindergarten == null || !kindergarten.isFor(part)) {
            return population.child(parentAge);
        }
        Integer birthDay = kindergarten.birthDayOfNext();
        if (birthDay != null) {
            return town.person(birthDay, chance.hits(0.488), Person.Role.MEMBER);
        }
        for (int i = 0; i < TRIES; i++) {
            Person child = population.child(parentAge);
            if (!kindergarten.hasEnoughOfAge(child)) {
                return child;
            }
        }
        return population.child(parentAge);
    }

    private Person family(Part part) {
        while (true) {
            Person person = part.residents().pick(chance);
            if (person.isHead()) {
                return person;
            }
        }
    }
}
