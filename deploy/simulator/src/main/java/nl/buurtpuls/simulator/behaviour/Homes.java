package nl.buurtpuls.simulator.behaviour;

import java.util.List;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.town.Address;
import nl.buurtpuls.simulator.town.Buurt;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;

/** Finds people a place to live: where there is room, of a landlord who takes them. */
public final class Homes {

    private static final int SEARCHES = 4;
    private static final int YOUNG = 30;

    private final Town town;
    private final Chance chance;

    /** The homes of a town. */
    public Homes(Town town, Chance chance) {
        this.town = town;
        this.chance = chance;
    }

    /** A place for these people to live in a part of the town; a room if no dwelling is free. */
    Address in(Part part, List<Person> seekers) {
        boolean family = false;
        boolean poor = false;
        int age = 0;
        for (Person person : seekers) {
            family |= person.isMinor(town.day());
            poor |= person.isPoor() || person.receives(Scheme.SOCIAL_ASSISTANCE);
            age = Math.max(age, person.age(town.day()));
        }
        Tenure liked = liked(poor, age);
        for (int i = 0; i < SEARCHES; i++) {
            Address free = part.draw(family, chance).free(liked, chance);
            if (free != null) {
                return free;
            }
        }
        return town.housing().openPlace(part.draw(family, chance));
    }

    /** The same in another buurt than this one. */
    public Address outOf(Buurt buurt, List<Person> seekers) {
        for (int i = 0; i < SEARCHES; i++) {
            Address found = in(buurt.part(), seekers);
            if (found.buurt() != buurt) {
                return found;
            }
        }
        return in(buurt.part(), seekers);
    }

    private Tenure liked(boolean poor, int age) {
        double draw = chance.between(0.0, 1.0);
        if (poor) {
            return draw < 0.62
                    ? Tenure.HOUSING_CORPORATION
                    : draw < 0.92 ? Tenure.PRIVATE_RENTAL : Tenure.OWNER_OCCUPIED;
        }
        double rents = age < YOUNG ? 0.65 : 0.35;
        return draw > rents
                ? Tenure.OWNER_OCCUPIED
                : draw > rents / 2 ? Tenure.HOUSING_CORPORATION : Tenure.PRIVATE_RENTAL;
    }
}
