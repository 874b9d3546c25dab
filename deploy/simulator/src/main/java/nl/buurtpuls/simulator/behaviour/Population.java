package nl.buurtpuls.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;

/** Makes up people, and the households in which they live. */
final class Population {

    private static final double DAYS_PER_YEAR = 365.2425;
    private static final int YOUNGEST_MOTHER = 18;
    private static final int OLDEST_MOTHER = 43;
    private static final int YOUNGEST_PARENT_OF_ADULT = 41;
    /** Of the households that could have a couple at their head, these have. */
    private static final double COUPLES = 0.74;

    private final Town town;
    private final Chance chance;

    Population(Town town, Chance chance) {
        this.town = town;
        this.chance = chance;
    }

    /** Someone of this age, not within days of a birthday. */
    Person someone(int age, Person.Role role) {
        int days = (int) (age * DAYS_PER_YEAR) + chance.between(4, 361);
        return town.person(town.day() - days, chance.hits(0.5), role);
    }

    /** A child that can be hers or his. */
    Person child(int parentAge) {
        int youngest = Math.max(0, parentAge - OLDEST_MOTHER);
        int oldest = Math.min(17, parentAge - YOUNGEST_MOTHER);
        return someone(chance.between(youngest, Math.max(youngest, oldest) + 1), Person.Role.MEMBER);
    }

    /** The age of someone's partner. */
    int partnerAge(int age) {
        return Math.max(19, age + chance.between(-4, 6));
    }

    /**
     * So many adults and minors, in so many households, heads first.
     *
     * @param elderly part of the adults that is 65 or over
     */
    List<List<Person>> households(int number, int adults, int minors, double elderly) {
        int count = Math.max(1, Math.min(number, adults));
        List<List<Person>> households = new ArrayList<>(count);
        List<List<Person>> families = new ArrayList<>();
        if (adults == 0) {
            return households;
        }
        for (int i = 0; i < count; i++) {
            int age = chance.hits(elderly) ? elderlyAge() : chance.between(20, 65);
            List<Person> members = new ArrayList<>(3);
            members.add(someone(age, Person.Role.HEAD));
            households.add(members);
            if (age >= 22 && age < 52) {
                families.add(members);
            }
        }
        addAdults(households, adults - count);
        addMinors(families.isEmpty() ? households : families, minors);
        return households;
    }

    private void addAdults(List<List<Person>> households, int adults) {
        int left = adults;
        for (List<Person> members : households) {
            if (left > 0 && chance.hits(Math.min(COUPLES, (double) adults / households.size()))) {
                members.add(someone(partnerAge(ageOf(members)), Person.Role.PARTNER));
                left--;
            }
        }
        while (left > 0) {
            List<Person> members = chance.pick(households);
            int age = ageOf(members);
            // Grown-up children, or someone else who lives in.
            boolean parent = age >= YOUNGEST_PARENT_OF_ADULT;
            int youngest = parent ? Math.max(18, age - OLDEST_MOTHER) : 18;
            int oldest = parent ? Math.min(45, age - YOUNGEST_MOTHER - 4) : 35;
            members.add(someone(chance.between(youngest, Math.max(youngest, oldest) + 1), Person.Role.MEMBER));
            left--;
        }
    }

    private void addMinors(List<List<Person>> families, int minors) {
        int left = minors;
        while (left > 0) {
            List<Person> members = chance.pick(families);
            // Those with two parents have more of them.
            if (members.size() == 1 && chance.hits(0.5)) {
                continue;
            }
            int children = Math.min(left, chance.between(1, 4));
            for (int i = 0; i < children; i++) {
                members.add(child(Math.max(YOUNGEST_MOTHER, ageOf(members))));
            }
            left -= children;
        }
    }

    private int ageOf(List<Person> members) {
        return members.get(0).age(town.day());
    }

    private int elderlyAge() {
        return 65 + Math.min(chance.between(0, 30), chance.between(0, 32));
    }
}
