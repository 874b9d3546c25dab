package nl.buurtpuls.report.segregation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How the units of an area lie: their size and who borders on whom. Units without persons count for neither index, as
 * everywhere in segregation.
 */
final class Layout {

    /** km² of each unit; {@code null} if one is not known. */
    private final double @Nullable [] landAreas;
    /** Of each unit, the places of those that border on it. */
    private final int[][] neighbours;

    private Layout(double @Nullable [] landAreas, int[][] neighbours) {
        this.landAreas = landAreas;
        this.neighbours = neighbours;
    }

    /** The layout of units in the order given. */
    static Layout of(List<String> units, Terrain terrain) {
        Map<String, Integer> places = new HashMap<>();
        for (int unit = 0; unit < units.size(); unit++) {
            places.put(units.get(unit), unit);
        }
        List<OptionalDouble> areas = units.stream().map(terrain::landArea).toList();
        boolean known = areas.stream().allMatch(OptionalDouble::isPresent);
        int[][] neighbours = units.stream()
                .map(unit -> terrain.neighbours(unit).stream()
                        .filter(places::containsKey)
                        .mapToInt(places::get)
                        .toArray())
                .toArray(int[][]::new);
        return new Layout(
                known ? areas.stream().mapToDouble(OptionalDouble::orElseThrow).toArray() : null, neighbours);
    }

    /**
     * Hoover's delta, ½ Σ|x/X − a/A|: the part of the group that would have to move to live as dense everywhere. Undefined
     * if the size of a unit is not known, or there are no members.
     */
    OptionalDouble delta(long[] members, long[] totals) {
        if (landAreas == null) {
            return OptionalDouble.empty();
        }
        double allMembers = 0;
        double allLand = 0;
        for (int unit = 0; unit < totals.length; unit++) {
            if (totals[unit] > 0) {
                allMembers += members[unit];
                allLand += landAreas[unit];
            }
        }
        if (allMembers == 0 || allLand == 0) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int unit = 0; unit < totals.length; unit++) {
            if (totals[unit] > 0) {
                sum += Math.abs(members[unit] / allMembers - landAreas[unit] / allLand);
            }
        }
        return OptionalDouble.of(sum / 2);
    }

    /**
     * What Morrill (1991) takes off the dissimilarity: ΣΣ c|pᵢ − pⱼ| / ΣΣ c with c = 1 for two units that border on each
     * other, else 0. Where neighbours differ, people meet across the border and are less apart than the dissimilarity
     * says. Undefined if no two units are known to border on each other.
     */
    OptionalDouble contrastOfNeighbours(long[] members, long[] totals) {
        double contrast = 0;
        long pairs = 0;
        for (int unit = 0; unit < totals.length; unit++) {
            for (int neighbour : neighbours[unit]) {
                if (totals[unit] > 0 && totals[neighbour] > 0) {
                    double here = (double) members[unit] / totals[unit];
                    double there = (double) members[neighbour] / totals[neighbour];
                    contrast += Math.abs(here - there);
                    pairs++;
                }
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(contrast / pairs);
    }
}
