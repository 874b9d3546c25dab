package nl.buurtpuls.simulator.calibration;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Person;

/**
 * One way in which a household could be on social assistance.
 *
 * @param recipients who of it receives it, and since when
 * @param goals the goals it adds to
 * @param amounts how much it adds to each
 */
record Option(Household household, List<Recipient> recipients, int[] goals, int[] amounts) {

    /** {@code start} is the first day of the spell. */
    record Recipient(Person person, int start) {}

    /** Collects what an option adds to. */
    static final class Sum {
        private final Goals all;
        private final List<Integer> goals = new ArrayList<>();
        private final List<Integer> amounts = new ArrayList<>();

        Sum(Goals all) {
            this.all = all;
        }

        void add(String goal, int amount) {
            int index = all.index(goal);
            if (index < 0 || amount == 0) {
                return;
            }
            int at = goals.indexOf(index);
            if (at < 0) {
                goals.add(index);
                amounts.add(amount);
            } else {
                amounts.set(at, amounts.get(at) + amount);
            }
        }

        Option option(Household household, List<Recipient> recipients) {
            return new Option(household, recipients, ints(goals), ints(amounts));
        }

        private static int[] ints(List<Integer> list) {
            return list.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
