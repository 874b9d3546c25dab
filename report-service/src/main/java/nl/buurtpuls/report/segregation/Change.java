package nl.buurtpuls.report.segregation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Why mutual information changed between two dates: the five terms of Elbers (2021), "A Method for Studying Differences in
 * Segregation Across Time and Space", Sociological Methods &amp; Research 52(1), doi 10.1177/0049124121986204.
 *
 * <p>Of the units and groups with persons on both dates, M is taken of six tables beside the two, each with the group
 * margins, the unit margins and the structure of one date or the other. What a factor does is the mean of what it does
 * over these (Shapley), so that the terms add up to the change and the two dates can change places.
 *
 * @param groups how many groups there are
 * @param indices of the same groups over the same units, to tell between from within
 */
record Change(int groups, MultigroupIndices indices) {

    /** In place of an empty cell that the other date has somebody in, since fitting cannot fill it (as Elbers does). */
    private static final double NEXT_TO_NOBODY = 1e-4;

    /** The groups over buurten or wijken, in the order of the counts. */
    static Change over(List<String> units, int groups) {
        return new Change(groups, MultigroupIndices.over(units, groups));
    }

    /** All terms, or none if M is undefined on a date. */
    Map<Term, Double> of(long[] before, long[] after) {
        Map<Index, Double> first = indices.of(before);
        Map<Index, Double> second = indices.of(after);
        Map<Term, Double> terms = new EnumMap<>(Term.class);
        if (first.isEmpty() || second.isEmpty()) {
            return terms;
        }
        terms.put(Term.BEFORE, value(first, Index.MUTUAL_INFORMATION));
        terms.put(Term.AFTER, value(second, Index.MUTUAL_INFORMATION));
        terms.put(Term.CHANGE, difference(first, second, Index.MUTUAL_INFORMATION));
        terms.put(Term.BETWEEN, difference(first, second, Index.BETWEEN));
        terms.put(Term.WITHIN, difference(first, second, Index.WITHIN));
        putFiveTerms(CrossTable.of(groups, before), CrossTable.of(groups, after), terms);
        return terms;
    }

    private static double value(Map<Index, Double> indices, Index index) {
        return indices.getOrDefault(index, 0.0);
    }

    private static double difference(Map<Index, Double> first, Map<Index, Double> second, Index index) {
        return value(second, index) - value(first, index);
    }

    /** In the names of the tables, A is the first date and B the second: of the group margins, unit margins, structure. */
    private static void putFiveTerms(CrossTable before, CrossTable after, Map<Term, Double> terms) {
        int[] units = common(before.ofUnits(), after.ofUnits());
        int[] groups = common(before.ofGroups(), after.ofGroups());
        CrossTable a = before.of(units, groups);
        CrossTable b = after.of(units, groups);
        double aaa = a.mutualInformation();
        double bbb = b.mutualInformation();
        Fitted ofA = new Fitted(a.filledWhere(b, NEXT_TO_NOBODY));
        Fitted ofB = new Fitted(b.filledWhere(a, NEXT_TO_NOBODY));
        double aba = ofA.with(ofA, ofB);
        double baa = ofA.with(ofB, ofA);
        double bba = ofA.with(ofB, ofB);
        double aab = ofB.with(ofA, ofA);
        double bab = ofB.with(ofB, ofA);
        double abb = ofB.with(ofA, ofB);

        terms.put(Term.ADDITIONS, after.mutualInformation() - bbb);
        terms.put(Term.REMOVALS, aaa - before.mutualInformation());
        terms.put(Term.GROUP_MARGINAL, (baa - aaa + bba - aba + bab - aab + bbb - abb) / 4);
        terms.put(Term.UNIT_MARGINAL, (aba - aaa + bba - baa + abb - aab + bbb - bab) / 4);
        terms.put(Term.STRUCTURAL, (aab - aaa + bbb - bba) / 2);
    }

    /** Places that have persons on both dates. */
    private static int[] common(double[] before, double[] after) {
        return IntStream.range(0, before.length)
                .filter(place -> before[place] > 0 && after[place] > 0)
                .toArray();
    }

    /** A table as a source of structure and of margins. */
    private record Fitted(CrossTable table) {

        /** M of this structure with the group shares of one table and the unit shares of another. */
        double with(Fitted groups, Fitted units) {
            if (table.units() == 0 || table.groups() == 0) {
                return 0;
            }
            return ProportionalFit.of(table, shares(units.table.ofUnits()), shares(groups.table.ofGroups()))
                    .mutualInformation();
        }

        private static double[] shares(double[] persons) {
            double all = Arrays.stream(persons).sum();
            return Arrays.stream(persons).map(some -> some / all).toArray();
        }
    }
}
