package nl.buurtpuls.report.segregation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.buurtpuls.contract.segregation.PlainIndices;
import nl.buurtpuls.contract.segregation.Units;

/**
 * The indices of a group and the others over the units of an area.
 *
 * @param layout how the units lie, in the order of the counts
 */
record TwoGroupIndices(Layout layout) {

    /** Counts of two numbers a unit: its members, then its others. */
    static long[] counts(long[] members, long[] totals) {
        long[] counts = new long[2 * members.length];
        for (int unit = 0; unit < members.length; unit++) {
            counts[2 * unit] = members[unit];
            counts[2 * unit + 1] = totals[unit] - members[unit];
        }
        return counts;
    }

    /** Those indices that are defined. */
    Map<Index, Double> of(long[] counts) {
        long[] members = new long[counts.length / 2];
        long[] totals = new long[counts.length / 2];
        for (int unit = 0; unit < members.length; unit++) {
            members[unit] = counts[2 * unit];
            totals[unit] = counts[2 * unit] + counts[2 * unit + 1];
        }
        Map<Index, Double> indices = new EnumMap<>(Index.class);
        Optional<PlainIndices> defined = PlainIndices.of(Units.of(members, totals));
        defined.ifPresent(plain -> {
            indices.put(Index.DISSIMILARITY, plain.dissimilarity());
            indices.put(Index.GINI, plain.gini());
            indices.put(Index.THEIL, plain.theil());
            indices.put(Index.ISOLATION, plain.isolation());
            indices.put(Index.INTERACTION, plain.interaction());
            indices.put(Index.ETA2, plain.eta2());
            indices.put(Index.ATKINSON, plain.atkinson());
            layout.delta(members, totals).ifPresent(delta -> indices.put(Index.DELTA, delta));
            layout.contrastOfNeighbours(members, totals)
                    .ifPresent(contrast -> indices.put(Index.ADJUSTED_DISSIMILARITY, plain.dissimilarity() - contrast));
        });
        return indices;
    }
}
