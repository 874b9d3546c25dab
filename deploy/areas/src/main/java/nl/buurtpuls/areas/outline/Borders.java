package nl.buurtpuls.areas.outline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which areas share a border: those with a side in common. Areas that meet in a point share none. The map must draw a shared
 * border for both areas with the same points, as the CBS's does.
 */
public final class Borders {

    private Borders() {}

    /** Two areas that share a border, in order of code. */
    public record Pair(String code, String other) implements Comparable<Pair> {

        /** The pair of two codes, whichever comes first. */
        public static Pair of(String one, String other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }

        @Override
        public int compareTo(Pair pair) {
            int byCode = code.compareTo(pair.code);
            return byCode == 0 ? other.compareTo(pair.other) : byCode;
        }
    }

    /** All pairs among these areas, each once, in order. */
    public static List<Pair> among(Collection<Outline> outlines) {
        Map<Side, List<String>> owners = new HashMap<>();
        for (Outline outline : outlines) {
            outline.sides()
                    .forEach(side -> owners.computeIfAbsent(side, any -> new ArrayList<>())
                            .add(outline.code()));
        }
        TreeSet<Pair> pairs = new TreeSet<>();
        owners.values().forEach(codes -> {
            for (int i = 1; i < codes.size(); i++) {
                for (int j = 0; j < i; j++) {
                    pairs.add(Pair.of(codes.get(i), codes.get(j)));
                }
            }
        });
        return List.copyOf(pairs);
    }
}
