package nl.buurtpuls.simulator.behaviour;

import java.util.function.Consumer;
import java.util.function.Predicate;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.AgeRates;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;

/**
 * Something that happens to residents at a yearly rate by age. Nobody is asked every day: as many are drawn as the
 * highest rate would hit, and each is let off in proportion to a lower one.
 */
final class Happening {

    private static final double DAYS_PER_YEAR = 365.25;

    private final Town town;
    private final Chance chance;
    private final AgeRates rates;
    private final Predicate<Person> can;

    Happening(String name, Town town, Chance chance, Predicate<Person> can) {
        this.town = town;
        this.chance = chance;
        this.rates = AgeRates.of(name);
        this.can = can;
    }

    /** Lets it happen to those it hits today. */
    void today(Consumer<Person> happens) {
        int drawn = chance.poisson(town.residents().size() * rates.maximum() / DAYS_PER_YEAR);
        for (int i = 0; i < drawn && !town.residents().isEmpty(); i++) {
            Person person = town.residents().pick(chance);
            double part = rates.at(person.age(town.epochDay())) / rates.maximum();
            if (chance.hits(part) && can.test(person)) {
                happens.accept(person);
            }
        }
    }
}
