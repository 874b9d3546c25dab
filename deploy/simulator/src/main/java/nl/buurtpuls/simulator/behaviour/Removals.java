package nl.buurtpuls.simulator.behaviour;

import java.util.List;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.town.Buurt;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;

/** Moves within the town. */
final class Removals implements Daily {

    private final Town town;
    private final List<Steering> steerings;
    private final Homes homes;
    private final Chance chance;
    private final double crossing;
    private final double inhabitants;
    private final double laterInhabitants;
    private final Happening move;

    /**
     * @param inhabitants of all parts on the first day, as planned
     * @param laterInhabitants of all parts ten years later, as planned
     */
    Removals(
            Town town,
            List<Steering> steerings,
            double inhabitants,
            double laterInhabitants,
            Homes homes,
            Parameters parameters,
            Chance chance) {
        this.town = town;
        this.steerings = steerings;
        this.inhabitants = inhabitants;
        this.laterInhabitants = laterInhabitants;
        this.homes = homes;
        this.chance = chance;
        this.crossing = parameters.get("moving-within.crossing");
        this.move = new Happening(
                "moving-within",
                chance,
                person -> person.isHead() || !person.household().isPrivate());
    }

    @Override
    public void live() {
        for (Steering steering : steerings) {
            Part part = steering.part();
            boolean full = steering.hasTooManyResidents(laterInhabitants, inhabitants);
            move.today(part.residents(), town.day(), head -> moveOn(head, steering, full));
        }
    }

    private void moveOn(Person person, Steering steering, boolean full) {
        Household household = person.household();
        if (household.kind() == Household.Kind.CARE) {
            return;
        }
        if (!household.isPrivate()) {
            // From sheltered housing to a home of one's own.
            town.splitOff(household, List.of(person), homes.in(household.part(), List.of(person)));
            return;
        }
        if (steering.isWatched(person)) {
            Buurt buurt = household.address().buurt();
            if (steering.withTooManyStayers() == buurt) {
                town.move(household, homes.outOf(buurt, household.members()));
            }
            return;
        }
        Part to = full && steerings.size() > 1 && chance.hits(crossing) ? other(steering) : steering.part();
        town.move(household, homes.in(to, household.members()));
    }

    private Part other(Steering steering) {
        Steering first = steerings.get(0);
        return first == steering ? steerings.get(1).part() : first.part();
    }
}
