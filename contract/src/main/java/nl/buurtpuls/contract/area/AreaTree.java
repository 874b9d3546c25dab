package nl.buurtpuls.contract.area;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How areas nest.
 *
 * @param areas by code, from large to small as in the file, groups last
 * @param groupsOfMember codes of the groups that a wijk or buurt is named a member of
 */
record AreaTree(Map<String, Area> areas, Map<String, List<String>> groupsOfMember) {

    /** {@code code,name,level,parent}: a parent stands above its children. */
    private static final String AREAS = "areas.csv";
    /** {@code code,name,municipality,members}: members are codes of wijken or buurten, separated by spaces. */
    private static final String GROUPS = "groups.csv";

    AreaTree {
        areas = Collections.unmodifiableMap(areas);
    }

    /** Codes of the groups that a wijk or buurt is itself named a member of. */
    List<String> groupsOf(String member) {
        return groupsOfMember.getOrDefault(member, List.of());
    }

    static AreaTree read(AreaFiles files) {
        Map<String, Area> areas = new LinkedHashMap<>();
        for (CsvLine line : files.lines(AREAS)) {
            Area area = area(line, areas);
            areas.put(area.code(), area);
        }
        Map<String, List<String>> groupsOfMember = new LinkedHashMap<>();
        for (CsvLine line : files.lines(GROUPS)) {
            Area group = group(line, areas);
            areas.put(group.code(), group);
            for (String member : line.field(3).split(" ")) {
                groupsOfMember.computeIfAbsent(member, any -> new ArrayList<>()).add(group.code());
            }
        }
        areas.replaceAll((code, area) -> withGroupsAsParents(area, groupsOfMember));
        return new AreaTree(areas, groupsOfMember);
    }

    private static Area area(CsvLine line, Map<String, Area> above) {
        Level level = Level.of(line.field(2)).orElseThrow(() -> line.wrong("unknown level " + line.field(2)));
        String parent = line.field(3);
        if (parent.isEmpty()) {
            return new Area(line.field(0), line.field(1), level, List.of());
        }
        Area container = above.get(parent);
        if (container == null) {
            throw line.wrong("parent " + parent + " stands on no earlier line");
        }
        return new Area(line.field(0), line.field(1), level, withAllAbove(container));
    }

    private static Area group(CsvLine line, Map<String, Area> areas) {
        Area municipality = areas.get(line.field(2));
        if (municipality == null) {
            throw line.wrong("unknown municipality " + line.field(2));
        }
        return new Area(line.field(0), line.field(1), Level.GROUP, withAllAbove(municipality));
    }

    private static List<String> withAllAbove(Area area) {
        List<String> codes = new ArrayList<>(List.of(area.code()));
        codes.addAll(area.parents());
        return List.copyOf(codes);
    }

    /** Wijken and buurten that lie in a group get it among their parents, before the municipality. */
    private static Area withGroupsAsParents(Area area, Map<String, List<String>> groupsOfMember) {
        if (area.level() != Level.BUURT && area.level() != Level.WIJK) {
            return area;
        }
        Set<String> groups = new LinkedHashSet<>(groupsOfMember.getOrDefault(area.code(), List.of()));
        area.parents().forEach(parent -> groups.addAll(groupsOfMember.getOrDefault(parent, List.of())));
        List<String> parents = new ArrayList<>(area.parents());
        parents.addAll(area.level() == Level.BUURT ? 1 : 0, groups);
        return new Area(area.code(), area.name(), area.level(), List.copyOf(parents));
    }
}
