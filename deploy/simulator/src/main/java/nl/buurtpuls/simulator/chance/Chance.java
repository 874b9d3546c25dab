package nl.buurtpuls.simulator.chance;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A stream of random draws that its seed and its name fix. */
public final class Chance {

    /** Above this a Poisson draw is a sum of smaller ones, so that the product of uniforms does not underflow. */
    private static final double POISSON_PART = 30;

    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** The stream for one purpose. */
    public static Chance of(long seed, String purpose) {
        long hash = 0xcbf29ce484222325L; // FNV-1a: unlike String.hashCode it fills 64 bits
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * 0x100000001b3L;
        }
        return new Chance(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + hash));
    }

    public boolean hits(double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform in [from, to). */
    public int between(int from, int to) {
        return to <= from ? from : random.nextInt(from, to);
    }

    /** Uniform in [from, to). */
    public double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    public <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** An index, by the weights whose running sums are given. */
    public int index(double[] cumulative) {
        double draw = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, draw);
        return Math.min(found >= 0 ? found + 1 : -found - 1, cumulative.length - 1);
    }

    /** How many of many rare things happen when {@code mean} are expected. */
    public int poisson(double mean) {
        int count = 0;
        double left = mean;
        while (left > POISSON_PART) {
            count += poissonPart(POISSON_PART);
            left -= POISSON_PART;
        }
        return count + poissonPart(left);
    }

    private int poissonPart(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = -1;
        double product = 1;
        do {
            count++;
            product *= random.nextDouble();
        } while (product > limit);
        return count;
    }

    /** A whole number whose mean is the value given: 2.3 is 3 in three of ten draws. */
    public int round(double value) {
        int floor = (int) StrictMath.floor(value);
        return hits(value - floor) ? floor + 1 : floor;
    }
}
