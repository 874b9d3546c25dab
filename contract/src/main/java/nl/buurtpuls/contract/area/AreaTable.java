package nl.buurtpuls.contract.area;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which areas there are and how they nest. Immutable. */
public final class AreaTable {

    /** {@code code,name,level,parent}. */
    private static final String AREAS = "areas.csv";
    /** {@code code,name,municipality,members}: members are codes of wijken or buurten, separated by spaces. */
    private static final String GROUPS = "groups.csv";

    private static final Pattern MUNICIPALITY = Pattern.compile("GM\\d{4}");
    private static final Pattern BUURT = Pattern.compile("BU\\d{8}");

    private final Map<String, Area> areas;
    /** Codes of the groups that a wijk or buurt is named a member of. */
    private final Map<String, List<String>> groupsOfMember;
    /** Municipalities whose buurten the table has. */
    private final Set<String> withBuurten;

    private final Map<String, List<String>> around = new ConcurrentHashMap<>();

    private AreaTable(Map<String, Area> areas, Map<String, List<String>> groupsOfMember) {
        this.areas = Collections.unmodifiableMap(areas);
        this.groupsOfMember = groupsOfMember;
        this.withBuurten = new HashSet<>();
        for (Area area : areas.values()) {
            if (area.level() == Level.BUURT) {
                withBuurten.add(municipalityOf(area.code()));
            }
        }
    }

    /** The table that is shipped. */
    public static AreaTable shipped() {
        return read(AreaTable::openShipped);
    }

    /**
     * The table in a folder of the operator's, files of the same names and form as those shipped.
     *
     * @throws UncheckedIOException if a file is missing
     * @throws IllegalArgumentException naming file and line, if a line is not of the form
     */
    public static AreaTable in(Path folder) {
        return read(name -> Files.newInputStream(folder.resolve(name)));
    }

    public Optional<Area> find(String code) {
        return Optional.ofNullable(areas.get(code));
    }

    /** All areas, from large to small as in the table, groups last. */
    public Collection<Area> all() {
        return areas.values();
    }

    /**
     * The areas within one municipality that contain a buurt: itself, its wijk, its groups, the municipality. For a
     * buurt that the table lacks, those that its code tells.
     */
    public List<String> around(String buurt) {
        return around.computeIfAbsent(buurt, this::findAround);
    }

    private List<String> findAround(String buurt) {
        String wijk = wijkOf(buurt);
        Set<String> found = new LinkedHashSet<>(List.of(buurt, wijk));
        found.addAll(groupsOfMember.getOrDefault(buurt, List.of()));
        found.addAll(groupsOfMember.getOrDefault(wijk, List.of()));
        found.add(municipalityOf(buurt));
        return List.copyOf(found);
    }

    /** Whether a register may name this buurt: it lies in the municipality, and in the table if that has its buurten. */
    public boolean accepts(String municipality, String buurt) {
        return BUURT.matcher(buurt).matches()
                && municipalityOf(buurt).equals(municipality)
                && (!withBuurten.contains(municipality) || areas.containsKey(buurt));
    }

    /** Whether this is the form of a CBS municipality code; abolished ones have it too. */
    public static boolean isMunicipalityCode(String code) {
        return MUNICIPALITY.matcher(code).matches();
    }

    /** The wijk that a CBS buurt code lies in. */
    public static String wijkOf(String buurt) {
        return "WK" + buurt.substring(2, 8);
    }

    /** The municipality that a CBS wijk or buurt code lies in. */
    public static String municipalityOf(String wijkOrBuurt) {
        return "GM" + wijkOrBuurt.substring(2, 6);
    }

    /** The municipality that an area is or lies in; {@code null} for areas above municipality and unknown groups. */
    public @Nullable String municipalityAround(String code) {
        if (code.startsWith("GM")) {
            return code;
        }
        if (code.startsWith("WK") || code.startsWith("BU")) {
            return municipalityOf(code);
        }
        Area area = areas.get(code);
        return area != null && area.level() == Level.GROUP ? area.parents().get(0) : null;
    }

    private interface Source {
        InputStream open(String name) throws IOException;
    }

    private static InputStream openShipped(String name) throws IOException {
        InputStream in = AreaTable.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("not shipped: " + name);
        }
        return in;
    }

    private static AreaTable read(Source source) {
        Map<String, Area> areas = new LinkedHashMap<>();
        for (Line line : lines(source, AREAS)) {
            String code = line.field(0);
            Level level = Level.of(line.field(2)).orElseThrow(() -> line.wrong("unknown level " + line.field(2)));
            List<String> parents = new ArrayList<>();
            String parent = line.field(3);
            if (!parent.isEmpty()) {
                Area above = areas.get(parent);
                if (above == null) {
                    throw line.wrong("parent " + parent + " stands on no earlier line");
                }
                parents.add(parent);
                parents.addAll(above.parents());
            }
            areas.put(code, new Area(code, line.field(1), level, List.copyOf(parents)));
        }
        Map<String, List<String>> groupsOfMember = new LinkedHashMap<>();
        for (Line line : lines(source, GROUPS)) {
            String code = line.field(0);
            Area municipality = areas.get(line.field(2));
            if (municipality == null) {
                throw line.wrong("unknown municipality " + line.field(2));
            }
            List<String> parents = new ArrayList<>(List.of(municipality.code()));
            parents.addAll(municipality.parents());
            areas.put(code, new Area(code, line.field(1), Level.GROUP, List.copyOf(parents)));
            for (String member : line.field(3).split(" ")) {
                groupsOfMember.computeIfAbsent(member, any -> new ArrayList<>()).add(code);
            }
        }
        return withGroupsAsParents(areas, groupsOfMember);
    }

    /** Wijken and buurten that lie in a group get it among their parents, before the municipality. */
    private static AreaTable withGroupsAsParents(Map<String, Area> areas, Map<String, List<String>> groupsOfMember) {
        areas.replaceAll((code, area) -> {
            if (area.level() != Level.BUURT && area.level() != Level.WIJK) {
                return area;
            }
            Set<String> groups = new LinkedHashSet<>(groupsOfMember.getOrDefault(code, List.of()));
            area.parents().forEach(parent -> groups.addAll(groupsOfMember.getOrDefault(parent, List.of())));
            List<String> parents = new ArrayList<>(area.parents());
            parents.addAll(area.level() == Level.BUURT ? 1 : 0, groups);
            return new Area(code, area.name(), area.level(), List.copyOf(parents));
        });
        return new AreaTable(areas, groupsOfMember);
    }

    private record Line(String file, int number, List<String> fields) {

        String field(int index) {
            if (index >= fields.size()) {
                throw wrong("lacks field " + (index + 1));
            }
            return fields.get(index);
        }

        IllegalArgumentException wrong(String why) {
            return new IllegalArgumentException(file + " line " + number + ": " + why);
        }
    }

    private static List<Line> lines(Source source, String file) {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(source.open(file), StandardCharsets.UTF_8))) {
            boolean header = true;
            int number = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (text.isBlank() || text.startsWith("#")) {
                    continue;
                }
                if (!header) {
                    lines.add(new Line(file, number, split(text)));
                }
                header = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("area table: " + file + ": " + e.getMessage(), e);
        }
        return lines;
    }

    /** Splits a CSV line of RFC 4180 without line breaks in fields. */
    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (escaped) {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
