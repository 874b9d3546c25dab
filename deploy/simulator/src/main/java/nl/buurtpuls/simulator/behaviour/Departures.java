package nl.buurtpuls.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.table.Places;
import nl.buurtpuls.simulator.table.Plan;
import nl.buurtpuls.simulator.town.Buurt;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;
import org.jspecify.annotations.Nullable;

/** People who leave the town, as many as planned: whole households and grown-up children. */
final class Departures implements Daily {

    private static final int TRIES = 300;
    private static final int SHORTEST_STAY = 40;
    /** Those who lived in one buurt from the first day on are few: it takes more to find one. */
    private static final int TRIES_FOR_ONE_BUURT = 6_000;

    private final Town town;
    private final List<Steering> steerings;
    private final Chance chance;
    private final Places municipalities;
    private final Places countries = Places.countries();
    private final double abroad;
    private final Happening departure;
    private final List<Quota> quotas = new ArrayList<>();

    Departures(
            Town town,
            List<Steering> steerings,
            Plan plan,
            Places municipalities,
            Parameters parameters,
            Chance chance) {
        this.town = town;
        this.steerings = steerings;
        this.chance = chance;
        this.municipalities = municipalities;
        this.abroad = municipalities.isEmpty() ? 1 : parameters.get("departures.abroad");
        this.departure = new Happening("moving-away", chance, this::canLeave);
        for (Steering steering : steerings) {
            String part = steering.part().name();
            quotas.add(new Quota(town.calendar(), year -> plan.of("departures." + part, year)));
        }
    }

    private boolean canLeave(Person person) {
        return person.household().isPrivate()
                && person.role() != Person.Role.PARTNER
                && person.settledOn() < town.day() - SHORTEST_STAY;
    }

    @Override
    public void live() {
        for (int i = 0; i < quotas.size(); i++) {
            boolean found = true;
            while (found && quotas.get(i).due() > 0) {
                found = depart(steerings.get(i), quotas.get(i));
            }
        }
    }

    private boolean depart(Steering steering, Quota quota) {
        Person person = choose(steering, quota);
        if (person == null) {
            return false;
        }
        Household household = person.household();
        List<Person> leavers = person.isHead() ? household.members() : List.of(person);
        quota.count(leavers.size());
        town.depart(household, leavers, chance.hits(abroad) ? countries.draw(chance) : municipalities.draw(chance));
        return true;
    }

    private @Nullable Person choose(Steering steering, Quota quota) {
        Predicate<Person> fits = person -> fits(person, quota);
        Buurt emptying = steering.withTooManyStayers();
        if (emptying != null && steering.hasTooManyStayers()) {
            Person stayer = next(
                    steering,
                    TRIES_FOR_ONE_BUURT,
                    fits.and(person -> person.home() == emptying && steering.isWatched(person)));
            if (stayer != null) {
                return stayer;
            }
        }
        Predicate<Person> free = fits.and(person -> !steering.isWatched(person));
        if (steering.watchesStayers()) {
            boolean stayersLeave = steering.hasTooManyStayers();
            free = free.and(person -> steering.part().founded(person) == stayersLeave);
        }
        boolean minorsLeave = steering.hasTooManyMinors();
        Person best = next(
                steering,
                TRIES,
                free.and(person -> person.isHead() && person.household().hasMinors(town.day()) == minorsLeave));
        if (best == null) {
            best = next(steering, TRIES, free);
        }
        return best == null ? next(steering, TRIES, fits) : best;
    }

    private @Nullable Person next(Steering steering, int tries, Predicate<Person> suitable) {
        return departure.next(steering.part().residents(), town.day(), tries, suitable);
    }

    private boolean fits(Person person, Quota quota) {
        return person.isHead()
                ? quota.allows(person.household().size())
                : !person.isMinor(town.day()) && quota.allows(1);
    }
}
