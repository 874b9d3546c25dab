package nl.buurtpuls.contract.area;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.event.Place;
import org.jspecify.annotations.Nullable;

/** Which areas there are, how they nest and what is known of them. Immutable. */
public final class AreaTable {

    private static final Pattern MUNICIPALITY = Pattern.compile("GM\\d{4}");
    private static final Pattern BUURT = Pattern.compile("BU\\d{8}");

    /** How many municipalities the country has had since 2023 (CBS). */
    private static final int MUNICIPALITIES = 342;

    /** More than there are buurten in the country; of codes that nobody has, which callers may make up, no more are kept. */
    private static final int MOST_KEPT = 50_000;

    private final AreaTree tree;
    private final AreaFacts facts;
    /** Municipalities whose buurten the table has. */
    private final Set<String> withBuurten;

    private final Map<String, List<String>> around = new ConcurrentHashMap<>();
    /** Made when first asked for: of all services the engine alone does, for each of its tasks. */
    private @Nullable Long fingerprint;

    private AreaTable(AreaFiles files) {
        this.tree = AreaTree.read(files);
        this.facts = AreaFacts.read(files);
        this.withBuurten = new HashSet<>();
        for (Area area : tree.areas().values()) {
            if (area.level() == Level.BUURT) {
                withBuurten.add(municipalityOf(area.code()));
            }
        }
    }

    /** The table that is shipped. */
    public static AreaTable shipped() {
        return new AreaTable(AreaFiles.shipped());
    }

    /**
     * The table in a folder of the operator's, files of the same names and form as those shipped: {@code areas.csv} and
     * {@code groups.csv}, and if there, {@code scores.csv}, {@code land-areas.csv} and {@code neighbours.csv}.
     *
     * @throws UncheckedIOException if one of the first two is missing or a file cannot be read
     * @throws IllegalArgumentException naming file and line, if a line is not of the form
     */
    public static AreaTable in(Path folder) {
        return new AreaTable(AreaFiles.in(folder));
    }

    /**
     * What figures depend on, as a number: which areas there are, how they nest, and which municipalities have a score above 0. Two
     * tables with the same one give the same figures; names, sizes and neighbours are not in it.
     */
    public long fingerprint() {
        Long known = fingerprint;
        if (known == null) {
            known = digest();
            fingerprint = known;
        }
        return known;
    }

    private long digest() {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (Area area : new TreeMap<>(tree.areas()).values()) {
            // Of regions the nearest comes first; in which order an area lies in groups says nothing.
            Map<Boolean, List<String>> parents = area.parents().stream()
                    .collect(Collectors.partitioningBy(parent -> levelOf(parent) == Level.GROUP));
            add(sha256, area.code(), area.level().name(), parents.get(false), new TreeSet<>(parents.get(true)));
        }
        new TreeMap<>(tree.groupsOfMember()).forEach((member, groups) -> add(sha256, member, new TreeSet<>(groups)));
        new TreeMap<>(facts.scores()).forEach((code, score) -> {
            if (isMunicipalityCode(code) && score.score() > 0) {
                add(sha256, code);
            }
        });
        return ByteBuffer.wrap(sha256.digest()).getLong();
    }

    private static void add(MessageDigest digest, Object... fields) {
        digest.update((Arrays.toString(fields) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public Optional<Area> find(String code) {
        return Optional.ofNullable(tree.areas().get(code));
    }

    /** All areas, from large to small as in the table, groups last. */
    public Collection<Area> all() {
        return tree.areas().values();
    }

    /**
     * The areas within one municipality that contain a buurt: itself, its wijk, its groups, the municipality. For a
     * buurt that the table lacks, those that its code tells.
     */
    public List<String> around(String buurt) {
        List<String> known = around.get(buurt);
        if (known == null) {
            known = findAround(buurt);
            if (around.size() < MOST_KEPT) {
                around.put(buurt, known);
            }
        }
        return known;
    }

    private List<String> findAround(String buurt) {
        String wijk = wijkOf(buurt);
        Set<String> found = new LinkedHashSet<>(List.of(buurt, wijk));
        found.addAll(tree.groupsOf(buurt));
        found.addAll(tree.groupsOf(wijk));
        found.add(municipalityOf(buurt));
        return List.copyOf(found);
    }

    /** The regions, the province and the country that a municipality lies in; none if the table lacks it. */
    public List<String> above(String municipality) {
        Area area = tree.areas().get(municipality);
        return area == null ? List.of() : area.parents();
    }

    /** An area and all that it lies in, the smallest first. Where a wijk or buurt lies that the table lacks, its code tells. */
    public List<String> upFrom(String code) {
        List<String> found = new ArrayList<>();
        Area area = tree.areas().get(code);
        if (area != null) {
            found.add(code);
            found.addAll(area.parents());
        } else if (isBuurtCode(code)) {
            found.addAll(around(code));
            found.addAll(above(municipalityOf(code)));
        } else if (code.startsWith("WK")) {
            found.add(code);
            found.addAll(tree.groupsOf(code));
            found.add(municipalityOf(code));
            found.addAll(above(municipalityOf(code)));
        } else {
            found.add(code);
        }
        return List.copyOf(found);
    }

    /** Whether a register may name this buurt: it lies in the municipality, and in the table if that has its buurten. */
    public boolean accepts(String municipality, String buurt) {
        return BUURT.matcher(buurt).matches()
                && municipalityOf(buurt).equals(municipality)
                && (!withBuurten.contains(municipality) || tree.areas().containsKey(buurt));
    }

    /** The level of an area; what the table lacks is told by its code. */
    public Level levelOf(String code) {
        if (isBuurtCode(code)) {
            return Level.BUURT;
        }
        if (code.startsWith("WK")) {
            return Level.WIJK;
        }
        Area area = tree.areas().get(code);
        return area == null ? Level.MUNICIPALITY : area.level();
    }

    /** The municipalities in a region, a province or the country, in order of code. */
    public List<String> municipalitiesIn(String code) {
        return tree.areas().values().stream()
                .filter(area ->
                        area.level() == Level.MUNICIPALITY && area.parents().contains(code))
                .map(Area::code)
                .sorted()
                .toList();
    }

    /** Whether a code is one of a buurt. */
    public static boolean isBuurtCode(String code) {
        return code.startsWith("BU");
    }

    /** Whether this is the form of a CBS municipality code; abolished ones have it too. */
    public static boolean isMunicipalityCode(String code) {
        return MUNICIPALITY.matcher(code).matches();
    }

    /** The wijk that a CBS buurt code lies in. */
    public static String wijkOf(String buurt) {
        return "WK" + buurt.substring(2, 8);
    }

    /** The code of a buurt in a wijk, whether or not there is one; of a buurt, itself. It lies in all that they lie in. */
    public static String buurtIn(String wijkOrBuurt) {
        return isBuurtCode(wijkOrBuurt) ? wijkOrBuurt : "BU" + wijkOrBuurt.substring(2) + "00";
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
        Area area = tree.areas().get(code);
        return area != null && area.level() == Level.GROUP ? area.parents().get(0) : null;
    }

    /**
     * The municipality that an area is or lies in, or the area itself where that is none: the areas of one place are set
     * against each other.
     */
    public String placeOf(String area) {
        return Objects.requireNonNullElse(municipalityAround(area), area);
    }

    /**
     * The places whose figures may follow from events in an area: its own, for what concerns one area of a municipality may
     * concern the figures of all others in it, and all that the municipality lies in.
     */
    public List<String> placesFollowing(String area) {
        List<String> places = new ArrayList<>(List.of(placeOf(area)));
        if (municipalityAround(area) != null) {
            places.addAll(above(placeOf(area)));
        }
        return places;
    }

    /** The smallest region that a municipality lies in; {@code null} if the table has none or lacks the municipality. */
    public @Nullable String nearestRegion(String municipality) {
        return nearestAbove(municipality, Level.REGION);
    }

    /** The province that a municipality lies in; {@code null} if the table lacks it. */
    public @Nullable String provinceOf(String municipality) {
        return nearestAbove(municipality, Level.PROVINCE);
    }

    private @Nullable String nearestAbove(String code, Level level) {
        Area area = tree.areas().get(code);
        if (area == null) {
            return null;
        }
        for (String parent : area.parents()) {
            Area above = tree.areas().get(parent);
            if (above != null && above.level() == level) {
                return parent;
            }
        }
        return null;
    }

    /**
     * How far away the place lies that someone came from. The same region is the nearest one of the municipality where
     * they arrive: who comes to Heerlen from Maastricht comes from the same province, though both lie in Zuid-Limburg.
     *
     * @param municipality where they arrive
     */
    public OriginClass distance(String municipality, Place origin) {
        String left = origin.municipality();
        if (left == null) {
            return origin.country() == null ? OriginClass.UNKNOWN : OriginClass.ABROAD;
        }
        if (liesIn(left, nearestRegion(municipality))) {
            return OriginClass.SAME_REGION;
        }
        return liesIn(left, provinceOf(municipality)) ? OriginClass.SAME_PROVINCE : OriginClass.REST_OF_COUNTRY;
    }

    private boolean liesIn(String code, @Nullable String container) {
        Area area = tree.areas().get(code);
        return area != null && container != null && area.parents().contains(container);
    }

    /** The SES-WOA score of an area, about 0 for the country as a whole; lower is poorer. Empty if not published. */
    public OptionalDouble sesWoa(String code) {
        SesWoa published = facts.scores().get(code);
        return published == null ? OptionalDouble.empty() : OptionalDouble.of(published.score());
    }

    /** Of how many municipalities of the country a SES-WOA score is known. People come from all of them, whatever the table has. */
    public ScoreCoverage scoreCoverage() {
        long scored = facts.scores().keySet().stream()
                .filter(AreaTable::isMunicipalityCode)
                .count();
        return new ScoreCoverage(Math.toIntExact(scored), MUNICIPALITIES);
    }

    /** The same with the year it is of and where it was published. */
    public Optional<SesWoa> publishedSesWoa(String code) {
        return Optional.ofNullable(facts.scores().get(code));
    }

    /** The size of an area in km². Empty if the table does not have it. */
    public OptionalDouble landArea(String code) {
        Double squareKilometres = facts.squareKilometres().get(code);
        return squareKilometres == null ? OptionalDouble.empty() : OptionalDouble.of(squareKilometres);
    }

    /** Codes of the areas of the same level that share a border of some length with this one. Empty if not known. */
    public Set<String> neighbours(String code) {
        return Collections.unmodifiableSet(facts.neighbours().getOrDefault(code, Set.of()));
    }
}
