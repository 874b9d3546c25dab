package nl.buurtpuls.report.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Measure;

/**
 * Which areas' counts are rounded by themselves, and which are sums of those of their buurten. Were a wijk of two buurten,
 * one of them empty, rounded by itself, its count and that of the other buurt were two roundings of one number; as a sum
 * it says nothing that its buurten do not say. Of many buurten a sum would be far off, and the one more number tells
 * nothing of any of them: it would take all the others to be known. So an area is rounded by itself if
 *
 * <ul>
 *   <li>it is a buurt, a municipality, or larger; or
 *   <li>it is a wijk or group of many buurten, its municipality has as many outside of it, and it shares none with another
 *       that is rounded by itself. So no two such areas, nor
 *       any that follow from them by adding and subtracting, differ by a few buurten.
 * </ul>
 *
 * It depends on the area table alone, never on counts: what it decides tells nothing.
 *
 * <p>Areas above the municipality that hold the same municipalities have their counts in one cell, those of a region of one
 * municipality in that municipality's: Flevoland is a province and a COROP region, and two roundings of its one count would
 * tell more of it.
 */
final class Layout {

    private final AreaTable table;
    private final Set<String> ofTheirOwn = new HashSet<>();
    /** Of areas that hold what another holds. */
    private final Map<String, String> same = new HashMap<>();

    Layout(AreaTable table, int fewestBuurten) {
        this.table = table;
        Map<String, Set<String>> buurten = new TreeMap<>();
        for (Area area : table.all()) {
            if (area.level() == Level.BUURT) {
                area.parents()
                        .forEach(parent -> buurten.computeIfAbsent(parent, any -> new HashSet<>())
                                .add(area.code()));
            }
        }
        Map<String, Set<String>> taken = new HashMap<>();
        buurten.forEach((area, inside) -> {
            String municipality = table.municipalityAround(area);
            if (municipality == null || municipality.equals(area)) {
                return;
            }
            Set<String> others = new HashSet<>(buurten.get(municipality));
            others.removeAll(taken.getOrDefault(municipality, Set.of()));
            boolean apart = others.containsAll(inside);
            if (apart && inside.size() >= fewestBuurten && others.size() - inside.size() >= fewestBuurten) {
                ofTheirOwn.add(area);
                taken.computeIfAbsent(municipality, any -> new HashSet<>()).addAll(inside);
            }
        });
        join(table);
    }

    private void join(AreaTable table) {
        Map<List<String>, String> first = new HashMap<>();
        table.all().stream()
                .map(Area::code)
                .filter(this::isAboveMunicipality)
                .sorted()
                .forEach(area -> {
                    List<String> municipalities = table.municipalitiesIn(area);
                    same.put(
                            area,
                            municipalities.size() == 1
                                    ? municipalities.get(0)
                                    : first.computeIfAbsent(municipalities, any -> area));
                });
    }

    /** The area in whose cells the counts of an area are: itself, or one that holds the same people. */
    String cellOf(String area) {
        return same.getOrDefault(area, area);
    }

    /** Whether an area's counts are sums of those of its buurten, where those add up. */
    boolean isSum(String area) {
        Level level = table.levelOf(area);
        return (level == Level.WIJK || level == Level.GROUP) && !ofTheirOwn.contains(area);
    }

    /** Whether an area lies in no other within a municipality. */
    boolean isMunicipalityOrAbove(String area) {
        Level level = table.levelOf(area);
        return level != Level.BUURT && level != Level.WIJK && level != Level.GROUP;
    }

    private boolean isAboveMunicipality(String area) {
        return isMunicipalityOrAbove(area) && table.levelOf(area) != Level.MUNICIPALITY;
    }

    /** Whether the counts of buurten add up to that of an area: who moves between them is not counted so. */
    static boolean addsUp(Measure measure) {
        return switch (measure) {
            case INTERNAL_ARRIVALS, INTERNAL_DEPARTURES, RETAINED, KINDERGARTNERS_NOT_TODDLERS -> false;
            default -> true;
        };
    }
}
