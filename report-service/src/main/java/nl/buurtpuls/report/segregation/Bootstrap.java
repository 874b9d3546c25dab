package nl.buurtpuls.report.segregation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * How sure an index is, by drawing as many persons as there are, with replacement, again and again (Elbers 2021). A
 * replicate of persons is a draw from the multinomial distribution of the counts. Chance makes units uneven, so the mean
 * of an index over the replicates lies above its value by about as much as the value lies above what there is beside
 * chance; corrected is 2·value − mean, and the interval from 2·value − the 97.5% quantile to 2·value − the 2.5% quantile.
 *
 * @param replicates how often; the ends of the interval are as coarse as 40 of them
 */
record Bootstrap(int replicates) {

    private static final double TAIL = 0.025;
    /** An index that is undefined in more replicates than these (its group is a handful of persons) gets no interval. */
    private static final double MOST_UNDEFINED = 0.05;

    /** Chance that is a fixed function of what is asked for, so that asking twice gives the same answer. */
    static RandomGenerator chanceOf(String... asked) {
        return new SplittableRandom(String.join("|", asked).hashCode());
    }

    /**
     * The indices of some counts, with their intervals.
     *
     * @param counts persons in each cell: of a unit and group
     * @param indices those that are defined for some counts
     */
    <K extends Enum<K>> Map<K, Estimate> estimates(
            long[] counts, Function<long[], Map<K, Double>> indices, RandomGenerator chance) {
        return estimates(List.of(counts), samples -> indices.apply(samples.get(0)), chance);
    }

    /**
     * The indices of several populations together, such as those of two dates; each is drawn from by itself.
     *
     * @param populations of each, the persons in each cell
     */
    <K extends Enum<K>> Map<K, Estimate> estimates(
            List<long[]> populations, Function<List<long[]>, Map<K, Double>> indices, RandomGenerator chance) {
        Map<K, Double> values = indices.apply(populations);
        Map<K, DoubleStream.Builder> drawn = new TreeMap<>();
        values.keySet().forEach(index -> drawn.put(index, DoubleStream.builder()));
        for (int replicate = 0; replicate < replicates && !values.isEmpty(); replicate++) {
            List<long[]> samples =
                    populations.stream().map(counts -> resample(counts, chance)).toList();
            Map<K, Double> ofReplicate = indices.apply(samples);
            drawn.forEach((index, soFar) -> {
                Double value = ofReplicate.get(index);
                if (value != null) {
                    soFar.add(value);
                }
            });
        }
        Map<K, Estimate> estimates = new TreeMap<>();
        drawn.forEach((index, all) ->
                estimates.put(index, estimate(values.get(index), all.build().toArray())));
        return estimates;
    }

    private Estimate estimate(double value, double[] drawn) {
        if (drawn.length == 0 || drawn.length < (1 - MOST_UNDEFINED) * replicates) {
            return new Estimate(value, null, null, null);
        }
        Arrays.sort(drawn);
        double mean = Arrays.stream(drawn).average().orElseThrow();
        return new Estimate(
                value, 2 * value - mean, 2 * value - quantile(drawn, 1 - TAIL), 2 * value - quantile(drawn, TAIL));
    }

    /** Linear between the two values in order that it lies between. */
    static double quantile(double[] inOrder, double part) {
        double place = part * (inOrder.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, inOrder.length - 1);
        return inOrder[below] + (place - below) * (inOrder[above] - inOrder[below]);
    }

    /** As many persons, each in a cell by chance as the counts are: cell by cell, a binomial part of those who are left. */
    static long[] resample(long[] counts, RandomGenerator chance) {
        long[] drawn = new long[counts.length];
        long weightLeft = Arrays.stream(counts).sum();
        long personsLeft = weightLeft;
        for (int cell = 0; cell < counts.length && personsLeft > 0; cell++) {
            if (counts[cell] > 0) {
                drawn[cell] = Binomial.draw(chance, personsLeft, (double) counts[cell] / weightLeft);
                personsLeft -= drawn[cell];
                weightLeft -= counts[cell];
            }
        }
        return drawn;
    }
}
