package nl.buurtpuls.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;
import org.jspecify.annotations.Nullable;

/** Who goes to live in a home for the elderly, or in sheltered housing, when a place comes free. */
final class Institutions implements Daily {

    private static final int TRIES = 60;
    private static final int OLD = 78;
    private static final int OLDEST_SHELTERED = 58;
    private static final int YOUNGEST_SHELTERED = 20;

    private final Town town;
    private final Chance chance;
    private final List<Household> institutions = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    /** Those that there are in the town now, each full. */
    Institutions(Town town, Chance chance) {
        this.town = town;
        this.chance = chance;
        town.parts()
                .forEach(part -> part.residents().all().forEach(person -> {
                    Household household = person.household();
                    if (!household.isPrivate() && household.members().get(0) == person) {
                        institutions.add(household);
                        places.add(household.size());
                    }
                }));
    }

    @Override
    public void live() {
        for (int i = 0; i < institutions.size(); i++) {
            Household institution = institutions.get(i);
            for (int free = places.get(i) - institution.size(); free > 0 && !institution.isEmpty(); free--) {
                Person next = next(institution);
                if (next != null) {
                    town.join(next.household(), institution);
                    if (institution.kind() == Household.Kind.SHELTER && !next.hadAssistance()) {
                        town.benefits().grant(next, Scheme.SOCIAL_ASSISTANCE, town.day());
                    }
                }
            }
        }
    }

    private @Nullable Person next(Household institution) {
        boolean care = institution.kind() == Household.Kind.CARE;
        for (int i = 0; i < TRIES; i++) {
            Person person = institution.part().residents().pick(chance);
            int age = person.age(town.day());
            boolean suits = person.household().isPrivate()
                    && person.household().size() == 1
                    && (care
                            ? age >= OLD
                            : age >= YOUNGEST_SHELTERED
                                    && age < OLDEST_SHELTERED
                                    && (!person.hadAssistance() || person.receives(Scheme.SOCIAL_ASSISTANCE)));
            if (suits) {
                return person;
            }
        }
        return null;
    }
}
