package nl.buurtpuls.simulator.calibration;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.town.Household;
import org.jspecify.annotations.Nullable;

/**
 * Chooses options, at most one per household, so that they add up to the goals: simulated annealing. It starts from a
 * choice, changes one or two options at a time, keeps what brings the goals nearer and, less and less often, what does
 * not.
 */
final class Selection {

    private static final int LONGEST = 6_000_000;
    /** After this what should only nearly come out is near enough. */
    private static final int SHORTEST = 400_000;

    private static final double WARM = 1.5;
    private static final double COOLING = 0.9999985;
    private static final double BALANCE_WEIGHT = 2;

    private final Goals goals;
    private final List<Option> options;
    private final Chance chance;
    private final int[] sums;
    private final int[] change;
    private final int[] touched;
    private int touchedCount;
    private int inFavour;
    private int against;

    private final List<Option> chosen = new ArrayList<>();
    private final Map<Option, Integer> places = new IdentityHashMap<>();
    private final Map<Household, Option> perHousehold = new IdentityHashMap<>();

    Selection(Goals goals, List<Option> options, Chance chance) {
        this.goals = goals;
        this.options = options;
        this.chance = chance;
        this.sums = new int[goals.size()];
        this.change = new int[goals.size()];
        this.touched = new int[goals.size()];
    }

    /**
     * The options chosen.
     *
     * @param first those to start from
     * @throws IllegalStateException naming the goals that were not met
     */
    List<Option> choose(List<Option> first) {
        for (Option option : first) {
            if (!perHousehold.containsKey(option.household())) {
                propose(null, option);
                accept(null, option);
            }
        }
        double warmth = WARM;
        for (int i = 0; i < LONGEST; i++) {
            if (i >= SHORTEST && i % 2_000 == 0 && isDone()) {
                break;
            }
            warmth *= COOLING;
            step(warmth);
        }
        List<String> missed = new ArrayList<>(goals.missed(sums));
        if (goals.imbalance(inFavour, against) > 0) {
            missed.add("the balance is " + inFavour + " to " + against);
        }
        if (!missed.isEmpty()) {
            throw new IllegalStateException("the calibration did not meet its targets: " + String.join("; ", missed));
        }
        return List.copyOf(chosen);
    }

    private boolean isDone() {
        return goals.missed(sums).isEmpty() && goals.imbalance(inFavour, against) == 0;
    }

    private void step(double warmth) {
        Option in = chance.pick(options);
        Option out = perHousehold.get(in.household());
        if (out == null && !chosen.isEmpty() && chance.hits(0.6)) {
            out = chance.pick(chosen);
        }
        Option added = in == out ? null : in;
        double difference = propose(out, added);
        if (difference <= 0 || chance.hits(StrictMath.exp(-difference / warmth))) {
            accept(out, added);
        }
    }

    /** By how much the cost rises if one option goes and another comes. */
    private double propose(@Nullable Option out, @Nullable Option in) {
        touchedCount = 0;
        touch(out, -1);
        touch(in, 1);
        double difference = 0;
        int favour = inFavour;
        int contrary = against;
        for (int i = 0; i < touchedCount; i++) {
            int goal = touched[i];
            int after = sums[goal] + change[goal];
            difference += goals.cost(goal, after) - goals.cost(goal, sums[goal]);
            int presence = (after > 0 ? 1 : 0) - (sums[goal] > 0 ? 1 : 0);
            favour += goals.presence(goal) == Goals.Presence.FOR ? presence : 0;
            contrary += goals.presence(goal) == Goals.Presence.AGAINST ? presence : 0;
        }
        difference += BALANCE_WEIGHT * (goals.imbalance(favour, contrary) - goals.imbalance(inFavour, against));
        for (int i = 0; i < touchedCount; i++) {
            change[touched[i]] = 0;
        }
        return difference;
    }

    private void touch(@Nullable Option option, int sign) {
        if (option == null) {
            return;
        }
        for (int i = 0; i < option.goals().length; i++) {
            int goal = option.goals()[i];
            boolean known = false;
            for (int j = 0; j < touchedCount; j++) {
                known |= touched[j] == goal;
            }
            if (!known) {
                touched[touchedCount++] = goal;
            }
            change[goal] += sign * option.amounts()[i];
        }
    }

    private void accept(@Nullable Option out, @Nullable Option in) {
        if (out != null) {
            add(out, -1);
            int place = places.remove(out);
            Option last = chosen.remove(chosen.size() - 1);
            if (last != out) {
                chosen.set(place, last);
                places.put(last, place);
            }
            perHousehold.remove(out.household());
        }
        if (in != null) {
            add(in, 1);
            places.put(in, chosen.size());
            chosen.add(in);
            perHousehold.put(in.household(), in);
        }
    }

    private void add(Option option, int sign) {
        for (int i = 0; i < option.goals().length; i++) {
            int goal = option.goals()[i];
            boolean before = sums[goal] > 0;
            sums[goal] += sign * option.amounts()[i];
            int presence = (sums[goal] > 0 ? 1 : 0) - (before ? 1 : 0);
            inFavour += goals.presence(goal) == Goals.Presence.FOR ? presence : 0;
            against += goals.presence(goal) == Goals.Presence.AGAINST ? presence : 0;
        }
    }
}
