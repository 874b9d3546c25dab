package nl.buurtpuls.report.segregation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.area.AreaTable;

/**
 * The indices of several groups over the units of an area; each person is in one group. With n persons of a group in a
 * unit, T in all, π the share of a group (πᵤ in a unit), E = −Σ π ln π:
 *
 * <ul>
 *   <li>mutual information M = Σ (n/T) ln(n·T / (n of the unit · n of the group)) (Theil 1971; Mora and Ruiz-Castillo 2011)
 *   <li>multigroup Theil H = M/E
 *   <li>multigroup dissimilarity D = ΣΣ t|πᵤ − π| / (2·T·Σ π(1−π)) (Morgan 1975; Reardon and Firebaugh 2002)
 *   <li>between: M of the wijken as units; within: M − between, the mean of the M inside each wijk, by persons
 * </ul>
 *
 * <p>With two groups H and D are Theil's and Duncan's. None is defined unless two groups have persons.
 *
 * @param groups how many groups there are
 * @param wijkOfUnit of each unit, the place of its wijk
 * @param wijken how many wijken there are
 */
record MultigroupIndices(int groups, int[] wijkOfUnit, int wijken) {

    /** The groups over buurten or wijken, in the order of the counts. */
    static MultigroupIndices over(List<String> units, int groups) {
        Map<String, Integer> wijken = new HashMap<>();
        int[] wijkOfUnit = units.stream()
                .map(unit -> unit.startsWith("BU") ? AreaTable.wijkOf(unit) : unit)
                .mapToInt(wijk -> wijken.computeIfAbsent(wijk, any -> wijken.size()))
                .toArray();
        return new MultigroupIndices(groups, wijkOfUnit, wijken.size());
    }

    /**
     * Those indices that are defined.
     *
     * @param counts of each unit, its persons in each group
     */
    Map<Index, Double> of(long[] counts) {
        CrossTable table = CrossTable.of(groups, counts);
        Map<Index, Double> indices = new EnumMap<>(Index.class);
        if (table.groupsWithPersons() < 2) {
            return indices;
        }
        double total = table.mutualInformation();
        double between = Math.min(total, table.merged(wijkOfUnit, wijken).mutualInformation());
        indices.put(Index.MUTUAL_INFORMATION, total);
        indices.put(Index.MULTIGROUP_THEIL, Math.min(1, total / table.entropyOfGroups()));
        indices.put(Index.MULTIGROUP_DISSIMILARITY, Math.min(1, table.dissimilarity()));
        indices.put(Index.BETWEEN, between);
        indices.put(Index.WITHIN, total - between);
        return indices;
    }
}
