package nl.buurtpuls.simulator.calibration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a selection has to add up to: for each goal the least and the most, and how much it matters. */
final class Goals {

    /** What it says that something is there at all. */
    enum Presence {
        NOTHING,
        FOR,
        AGAINST
    }

    private record Goal(String name, double least, double most, double weight, Presence presence) {}

    private static final double HARD = 3;

    private final Map<String, Integer> indices = new HashMap<>();
    private final List<Goal> goals = new ArrayList<>();
    private double share;
    private double tolerance;

    /** A number that must come out. */
    void exactly(String name, double number) {
        between(name, number, number);
    }

    /** A number that must come out nearly. */
    void between(String name, double least, double most) {
        add(new Goal(name, least, most, 1, Presence.NOTHING));
    }

    /** The same for a number that is hard to reach: others give way to it for a while. */
    void firstOfAll(String name, double least, double most) {
        add(new Goal(name, least, most, HARD, Presence.NOTHING));
    }

    /** A number that should nearly come out. */
    void rather(String name, double number, double weight) {
        add(new Goal(name, number, number, weight, Presence.NOTHING));
    }

    /** Something of which the presence counts for or against the balance. */
    void present(String name, boolean inFavour) {
        add(new Goal(name, 0, 0, 0, inFavour ? Presence.FOR : Presence.AGAINST));
    }

    /** Of all that is present, the share that is to be in favour. */
    void balance(double inFavour, double within) {
        share = inFavour;
        tolerance = within;
    }

    private void add(Goal goal) {
        indices.put(goal.name(), goals.size());
        goals.add(goal);
    }

    int size() {
        return goals.size();
    }

    /** The index of a goal; -1 if there is none of the name: it does not matter. */
    int index(String name) {
        return indices.getOrDefault(name, -1);
    }

    /** What it costs that a goal is at this number. */
    double cost(int goal, int number) {
        Goal of = goals.get(goal);
        return of.weight() * Math.max(0, Math.max(of.least() - number, number - of.most()));
    }

    Presence presence(int goal) {
        return goals.get(goal).presence();
    }

    /** How many too many are present on one side, at least. */
    double imbalance(int inFavour, int against) {
        int all = inFavour + against;
        return Math.max(0, Math.abs(inFavour - share * all) - tolerance * all);
    }

    /** The goals that must be met and are not. */
    List<String> missed(int[] sums) {
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < goals.size(); i++) {
            Goal goal = goals.get(i);
            if (goal.weight() >= 1 && cost(i, sums[i]) > 0) {
                missed.add(goal.name() + " is " + sums[i] + ", not from " + goal.least() + " to " + goal.most());
            }
        }
        return missed;
    }
}
