package nl.buurtpuls.simulator.behaviour;

import java.util.function.Consumer;
import java.util.function.Predicate;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.AgeRates;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Pool;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens to people at a yearly rate by age. Nobody is asked every day: as many are drawn as the highest
 * rate would hit, and each is let off in proportion to a lower one.
 */
final class Happening {

    static final double DAYS_PER_YEAR = 365.25;

    private final Chance chance;
    private final AgeRates rates;
    private final Predicate<Person> can;

    Happening(String name, Chance chance, Predicate<Person> can) {
        this.chance = chance;
        this.rates = AgeRates.of(name);
        this.can = can;
    }

    /** Lets it happen to those of the pool whom it hits today. */
    void today(Pool<Person> pool, int day, Consumer<Person> happens) {
        int drawn = chance.poisson(pool.size() * rates.maximum() / DAYS_PER_YEAR);
        for (int i = 0; i < drawn && !pool.isEmpty(); i++) {
            Person person = pool.pick(chance);
            if (chance.hits(rates.at(person.age(day)) / rates.maximum()) && can.test(person)) {
                happens.accept(person);
            }
        }
    }

    /**
     * Someone of the pool to whom it happens next, in proportion to the rates.
     *
     * @param tries how many are drawn before it is given up
     * @return {@code null} if none of them was suitable
     */
    @Nullable
    Person next(Pool<Person> pool, int day, int tries, Predicate<Person> suitable) {
        for (int i = 0; i < tries && !pool.isEmpty(); i++) {
            Person person = pool.pick(chance);
            if (chance.hits(rates.at(person.age(day)) / rates.maximum()) && can.test(person) && suitable.test(person)) {
                return person;
            }
        }
        return null;
    }
}
