package nl.buurtpuls.simulator.calibration;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.simulator.behaviour.Homes;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Target;
import nl.buurtpuls.simulator.town.Buurt;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;

/**
 * A buurt can have so few minors that no whole number of them is the share wanted: of 87 neither 30 nor 31 is near enough
 * to 35%. Then families move to another buurt until one is.
 */
final class Resolution {

    private static final int MOST = 30;

    private final Town town;
    private final Homes homes;
    private final Chance chance;

    Resolution(Town town, Chance chance) {
        this.town = town;
        this.homes = new Homes(town, chance);
        this.chance = chance;
    }

    void refine() {
        for (Target target : Target.all()) {
            for (Part part : town.parts()) {
                for (Buurt buurt : part.buurten()) {
                    boolean named = target.id().equals("minors.share")
                            && buurt.figures().code().equals(target.area());
                    for (int i = 0; named && i < MOST && !isReachable(buurt, target); i++) {
                        moveOut(buurt);
                    }
                }
            }
        }
    }

    private boolean isReachable(Buurt buurt, Target target) {
        double minors = minors(buurt).size();
        return Math.abs(Math.round(minors * target.value()) / minors - target.value()) < target.tolerance();
    }

    private void moveOut(Buurt buurt) {
        List<Person> minors = minors(buurt);
        if (!minors.isEmpty()) {
            Household family = chance.pick(minors).household();
            town.move(family, homes.outOf(buurt, family.members()));
        }
    }

    private List<Person> minors(Buurt buurt) {
        List<Person> minors = new ArrayList<>();
        for (Person person : buurt.part().residents().all()) {
            if (person.household().address().buurt() == buurt && person.isMinor(town.day())) {
                minors.add(person);
            }
        }
        return minors;
    }
}
