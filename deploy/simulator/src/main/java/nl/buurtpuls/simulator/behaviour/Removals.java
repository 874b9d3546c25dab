package nl.buurtpuls.simulator.behaviour;

import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Buurt;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.town.Address;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;

/** Moves within the town, and the finding of a place to live. */
public final class Removals implements Daily {

    private static final int LARGEST_NEW_DWELLING = 6;
    private static final double NEW_VALUE_FACTOR = 1.2;

    private final Town town;
    private final Chance chance;
    private final double vacancy;
    private final double cramped;
    private final Happening move;

    public Removals(Town town, Parameters parameters, Chance chance) {
        this.town = town;
        this.chance = chance;
        this.vacancy = parameters.get("vacancy");
        this.cramped = parameters.get("cramped.moving-factor");
        this.move = new Happening("moving-within", town, chance, Person::isHead);
    }

    @Override
    public void live() {
        move.today(head -> moveOn(head.household()));
        for (double factor = 1; factor < cramped; factor++) {
            move.today(head -> {
                if (head.household().address().isShared()) {
                    moveOn(head.household());
                }
            });
        }
    }

    private void moveOn(Household household) {
        town.move(household, home(household.members().size(), household.isPoor(), eldest(household)));
    }

    private int eldest(Household household) {
        int eldest = 0;
        for (Person member : household.members()) {
            eldest = Math.max(eldest, member.age(town.epochDay()));
        }
        return eldest;
    }

    /** A free place to live; one is built if the town is full. */
    Address home(int persons, boolean poor, int age) {
        if (town.housing().free() < vacancy * town.housing().size()) {
            build();
        }
        Address found = town.housing().find(chance, persons, poor, age);
        return found == null ? build() : found;
    }

    private Address build() {
        Address neighbour = town.housing().any(chance);
        Buurt buurt = neighbour.buurt();
        Tenure tenure = chance.hits(0.5) ? Tenure.OWNER_OCCUPIED : Tenure.PRIVATE_RENTAL;
        long value = Math.round(buurt.wozValue() * 1_000 * NEW_VALUE_FACTOR / 1_000) * 1_000;
        return town.build(buurt, tenure, chance.between(1, LARGEST_NEW_DWELLING), value);
    }
}
