package nl.buurtpuls.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.table.Places;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;

/** People who settle in the town and people who leave it. */
public final class Migration implements Daily {

    private static final double DAYS_PER_YEAR = 365.25;
    private static final double POOR_BELOW_120 = 0.6;

    private final Town town;
    private final Removals removals;
    private final Parameters parameters;
    private final Chance chance;
    private final double arrivalsPerDay;
    private final Places municipalities;
    private final Places countries = Places.countries();
    private final Happening departure;
    private final Happening emigration;

    public Migration(Town town, Removals removals, Parameters parameters, Chance chance, double scale) {
        this.town = town;
        this.removals = removals;
        this.parameters = parameters;
        this.chance = chance;
        this.arrivalsPerDay = parameters.get("arrivals.per-year") * scale / DAYS_PER_YEAR;
        this.municipalities = Places.municipalities(parameters.get("arrivals.distance-decay"));
        this.departure = new Happening("moving-away", town, chance, Person::isHead);
        this.emigration = new Happening("emigration", town, chance, Person::isHead);
    }

    @Override
    public void live() {
        int persons = chance.poisson(arrivalsPerDay);
        while (persons > 0) {
            persons -= arrive();
        }
        departure.today(head -> leave(head.household(), municipalities.draw(chance)));
        emigration.today(head -> leave(head.household(), countries.draw(chance)));
    }

    private void leave(Household household, Place destination) {
        town.depart(household, household.members(), destination);
    }

    private int arrive() {
        boolean returning = chance.hits(parameters.get("arrivals.returning"))
                && !town.former().isEmpty();
        List<Person> members = returning ? List.of(returned()) : newcomers();
        Place origin =
                chance.hits(parameters.get("arrivals.abroad")) ? countries.draw(chance) : municipalities.draw(chance);
        boolean onAssistance = chance.hits(parameters.get("arrivals.social-assistance"));
        for (Person member : members) {
            member.setLowIncome(onAssistance || chance.hits(parameters.get("arrivals.low-income")));
        }
        Person head = members.get(0);
        boolean poor = onAssistance || head.hasLowIncome();
        town.settle(removals.home(members.size(), poor, head.age(town.epochDay())), members, origin);
        if (onAssistance) {
            town.grant(head, Scheme.SOCIAL_ASSISTANCE, town.today());
        }
        for (Person member : members) {
            boolean adult = member.role() != Person.Role.CHILD;
            if (adult && (member.hasLowIncome() || chance.hits(parameters.get("arrivals.assessed")))) {
                boolean low = member.hasLowIncome();
                town.assess(member, town.today().getYear(), low, low && chance.hits(POOR_BELOW_120));
            }
        }
        return members.size();
    }

    /** Someone who lived here before, at the head of a household of one. */
    private Person returned() {
        Person person = town.former().pick(chance);
        town.makeHead(person);
        return person;
    }

    private List<Person> newcomers() {
        double draw = chance.between(0.0, 1.0);
        double youngSingle = parameters.get("arrivals.single-young");
        double single = youngSingle + parameters.get("arrivals.single-older");
        double childless = single + parameters.get("arrivals.couple");
        List<Person> members = new ArrayList<>();
        if (draw < single) {
            members.add(
                    someone(draw < youngSingle ? chance.between(18, 30) : chance.between(30, 80), Person.Role.HEAD));
            return members;
        }
        int age = chance.between(22, 46);
        members.add(someone(age, Person.Role.HEAD));
        if (draw < childless || chance.hits(0.6)) {
            members.add(someone(Math.max(20, age + chance.between(-5, 6)), Person.Role.PARTNER));
        }
        if (draw >= childless) {
            for (int children = chance.between(1, 4); children > 0; children--) {
                members.add(someone(chance.between(0, Math.min(18, age - 19)), Person.Role.CHILD));
            }
        }
        return members;
    }

    private Person someone(int age, Person.Role role) {
        return town.person(town.today().minusYears(age).minusDays(chance.between(1, 365)), chance.hits(0.5), role);
    }
}
