package nl.buurtpuls.areas.folder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.buurtpuls.areas.cbs.CbsArea;
import nl.buurtpuls.areas.cbs.Figure;
import nl.buurtpuls.areas.outline.Borders;
import nl.buurtpuls.areas.outline.Borders.Pair;
import nl.buurtpuls.areas.outline.Outline;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.area.SesWoa;
import org.jspecify.annotations.Nullable;

/** An area table while it is brought up to date. */
final class TableDraft {

    /** Square kilometres have 100 hectares. */
    private static final int HECTARES_DECIMALS = 2;

    /** Hectares: an outline tells no more. */
    private static final int SIZE_DECIMALS = 2;

    private static final BigDecimal SMALLEST_SIZE = new BigDecimal("0.01");

    /** An area and the one right above it; {@code null} for the country. */
    private record Row(String name, Level level, @Nullable String parent) {}

    private final AreaTable base;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, SesWoa> scores = new TreeMap<>();
    private final Map<String, String> squareKilometres = new TreeMap<>();
    private final Set<Pair> neighbours = new TreeSet<>();

    TableDraft(AreaTable base) {
        this.base = base;
        for (Area area : base.all()) {
            String code = area.code();
            if (area.level() != Level.GROUP) {
                rows.put(code, new Row(area.name(), area.level(), rightAbove(area)));
            }
            base.neighbours(code).forEach(other -> neighbours.add(Pair.of(code, other)));
            base.publishedSesWoa(code).ifPresent(score -> scores.put(code, score));
            OptionalDouble size = base.landArea(code);
            if (size.isPresent()) {
                squareKilometres.put(
                        code, BigDecimal.valueOf(size.getAsDouble()).toPlainString());
            }
        }
    }

    private @Nullable String rightAbove(Area area) {
        return area.parents().stream()
                .filter(parent -> base.find(parent)
                        .filter(above -> above.level() != Level.GROUP)
                        .isPresent())
                .findFirst()
                .orElse(null);
    }

    /** Leaves out the wijken and buurten of a municipality, which are drawn anew. */
    void clear(String municipality) {
        rows.keySet().removeIf(code -> {
            Level level = rows.get(code).level();
            return (level == Level.WIJK || level == Level.BUURT)
                    && AreaTable.municipalityOf(code).equals(municipality);
        });
    }

    boolean has(String code) {
        return rows.containsKey(code);
    }

    /**
     * Puts an area in, or anew. The area it lies in is there already.
     *
     * @param parent for an area that is new; one that was there stays where it was
     */
    void put(CbsArea area, @Nullable String parent) {
        Row was = rows.get(area.code());
        Area earlier = base.find(area.code()).orElse(null);
        String known = was != null ? was.name() : earlier != null ? earlier.name() : area.code();
        String name = area.name() == null ? known : area.name();
        rows.put(area.code(), new Row(name, area.level(), was == null ? parent : was.parent()));
        if (area.hectares() != null && area.hectares().signum() > 0) {
            squareKilometres.put(
                    area.code(),
                    area.hectares().movePointLeft(HECTARES_DECIMALS).toPlainString());
        }
        BigDecimal score = area.figures().get(Figure.SES_WOA);
        if (score != null) {
            // Of one year what is read holds: it may be final where what the table had is provisional.
            scores.merge(
                    area.code(),
                    new SesWoa(score.doubleValue(), area.period(), ContextSource.SES_WOA),
                    (had, read) -> year(had).compareTo(year(read)) > 0 ? had : read);
        }
    }

    private static String year(SesWoa score) {
        return score.period().replace("*", "");
    }

    /** Takes from the outlines of areas what is not known yet. Wijken are neighbours if a buurt of one and of the other are. */
    void draw(List<Outline> outlines) {
        for (Outline outline : outlines) {
            squareKilometres.putIfAbsent(
                    outline.code(),
                    BigDecimal.valueOf(outline.squareKilometres())
                            .setScale(SIZE_DECIMALS, RoundingMode.HALF_UP)
                            .max(SMALLEST_SIZE)
                            .toPlainString());
        }
        for (Pair pair : Borders.among(outlines)) {
            if (level(pair.code()) != level(pair.other())) {
                continue;
            }
            neighbours.add(pair);
            if (level(pair.code()) == Level.BUURT) {
                String wijk = AreaTable.wijkOf(pair.code());
                String other = AreaTable.wijkOf(pair.other());
                if (!wijk.equals(other)) {
                    neighbours.add(Pair.of(wijk, other));
                }
            }
        }
    }

    Level level(String code) {
        return Objects.requireNonNull(rows.get(code), code).level();
    }

    /** {@code areas.csv}: from large to small, so that a parent stands above its children. */
    List<List<String>> areas() {
        return rows.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Row> entry) -> entry.getValue().level(), Comparator.reverseOrder()))
                .map(entry -> {
                    Row row = entry.getValue();
                    String parent = row.parent();
                    return List.of(entry.getKey(), row.name(), row.level().code(), parent == null ? "" : parent);
                })
                .toList();
    }

    /** {@code scores.csv}. */
    List<List<String>> scores() {
        return stillThere(scores)
                .map(entry -> {
                    SesWoa score = entry.getValue();
                    return List.of(
                            entry.getKey(),
                            BigDecimal.valueOf(score.score()).toPlainString(),
                            score.period(),
                            score.source());
                })
                .toList();
    }

    /** {@code land-areas.csv}. */
    List<List<String>> landAreas() {
        return stillThere(squareKilometres)
                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** {@code neighbours.csv}: as far as both are still there. */
    List<List<String>> neighbours() {
        return neighbours.stream()
                .filter(pair -> rows.containsKey(pair.code()) && rows.containsKey(pair.other()))
                .map(pair -> List.of(pair.code(), pair.other()))
                .toList();
    }

    private <V> Stream<Map.Entry<String, V>> stillThere(Map<String, V> byCode) {
        return byCode.entrySet().stream().filter(entry -> rows.containsKey(entry.getKey()));
    }
}
