package nl.buurtpuls.simulator.behaviour;

import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;

/** Births and deaths. */
public final class LifeAndDeath implements Daily {

    private static final int DAYS_BETWEEN_BIRTHS = 300;

    private final Town town;
    private final Happening death;
    private final Happening birth;

    public LifeAndDeath(Town town, Chance chance) {
        this.town = town;
        this.death = new Happening("mortality", town, chance, person -> true);
        this.birth = new Happening("fertility", town, chance, this::canBear);
    }

    private boolean canBear(Person person) {
        return person.isFemale()
                && person.role() != Person.Role.CHILD
                && person.lastChildOn() < town.epochDay() - DAYS_BETWEEN_BIRTHS;
    }

    @Override
    public void live() {
        birth.today(town::bear);
        death.today(town::die);
    }
}
