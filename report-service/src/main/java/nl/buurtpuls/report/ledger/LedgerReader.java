package nl.buurtpuls.report.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Quantity.Scope;
import nl.buurtpuls.contract.indicator.Series;

/** Reads the ledger: sums at the anchors of one date, the history of some series, retention. */
@ApplicationScoped
public class LedgerReader {

    /**
     * $1 area codes, $2 series names, $3… the anchors' days in order of {@link Anchor#ALL}: from the date back. Each cell is
     * added once, to the earliest anchor that it counts for; adding it at each would take several times as long.
     */
    private static final String SUMS = "select a.code, s.name, b.anchor, b.n, b.moment from (select c.area, c.series, "
            + earliestAnchor()
            + " as anchor, sum(c.n)::bigint as n, sum(c.n * c.day)::bigint as moment from cell c"
            + " where c.area = any(array(select id from area where code = any($1)))"
            + " and c.series = any(array(select id from series where name = any($2))) and c.day <= $3"
            + " group by 1, 2, 3) b join area a on a.id = b.area join series s on s.id = b.series";

    private static final String CELLS = "select a.code, s.name, c.day, c.n"
            + " from area a join cell c on c.area = a.id join series s on s.id = c.series"
            + " where a.code = any($1) and s.name = any($2) and c.n <> 0 order by a.code, s.name, c.day";

    /** $1 area code, $2 and $3 the days. One statement, so that no batch comes in between. */
    private static final String RETENTION = "select "
            + sum("cell", Series.of(Measure.POPULATION).name(), "c.day <= $2")
            + " as residents, "
            + sum("plane_cell", Measure.RETENTION_STAYED.id(), "c.day <= $2 and c.other_day <= $3")
            + " as stayed, "
            + sum("plane_cell", Measure.RETENTION_DIED.id(), "c.day <= $2 and c.other_day <= $3")
            + " as died";

    private static final String FIRST_DAY = "select min(c.day) as day"
            + " from area a join cell c on c.area = a.id join series s on s.id = c.series"
            + " where a.code = any($1) and s.name = $2 and c.n <> 0";

    /** $1 area code, $2 measure and a bar, $3 and $4 the days. */
    private static final String BY_DIMENSION = "select s.name, sum(c.n)::bigint as n"
            + " from area a join cell c on c.area = a.id join series s on s.id = c.series"
            + " where a.code = $1 and starts_with(s.name, $2) and c.day > $3 and c.day <= $4"
            + " group by s.name having sum(c.n) <> 0";

    /** $1 patterns. */
    private static final String CODES = "select code from area where code like any($1) order by code";

    /** Which transactions are seen: two equal answers see the same rows. Reading alone leaves it as it is. */
    private static final String STATE = "select pg_current_snapshot()::text as state";

    private final Pool pool;
    private final AreaTable table;

    LedgerReader(Pool pool, AreaTable table) {
        this.pool = pool;
        this.table = table;
    }

    private static String sum(String table, String series, String days) {
        return "(select coalesce(sum(c.n), 0)::bigint from area a join " + table + " c on c.area = a.id"
                + " join series s on s.id = c.series where a.code = $1 and s.name = '" + series + "' and " + days + ")";
    }

    private static String earliestAnchor() {
        return IntStream.iterate(Anchor.ALL.size() - 1, anchor -> anchor > 0, anchor -> anchor - 1)
                .mapToObj(anchor -> "when c.day <= $" + (anchor + 3) + " then " + anchor)
                .collect(Collectors.joining(" ", "case ", " else 0 end"));
    }

    /** The figures of areas on a date; above the municipality, those of its municipalities together. */
    public Uni<Map<String, Figures>> figures(Collection<String> areas, Needs needs, LocalDate date) {
        Set<String> single = new LinkedHashSet<>();
        areas.forEach(area -> single.addAll(parts(area)));
        Set<String> codes = new LinkedHashSet<>(single);
        single.forEach(area -> codes.add(municipality(area)));
        return buurten(single, needs)
                .chain(buurten -> summed(buurten, needs.in(Scope.BUURTEN), date)
                        .chain(ofBuurten -> summed(codes, needs.inAreaOrMunicipality(), date)
                                .map(summed -> {
                                    Map<String, Figures> joined = joined(single, summed, ofBuurten, date);
                                    Map<String, Figures> figures = new LinkedHashMap<>();
                                    areas.forEach(area -> figures.put(area, together(area, joined, date)));
                                    return figures;
                                })));
    }

    /** The area itself, or the municipalities that it is made of. */
    private List<String> parts(String area) {
        return table.municipalityAround(area) == null ? table.municipalitiesIn(area) : List.of(area);
    }

    private String municipality(String area) {
        return Objects.requireNonNull(table.municipalityAround(area), area);
    }

    private Figures together(String area, Map<String, Figures> joined, LocalDate date) {
        Figures own = joined.get(area);
        return own != null
                ? own
                : new SumOfFigures(date, parts(area).stream().map(joined::get).toList());
    }

    private Map<String, Figures> joined(
            Set<String> areas,
            Map<String, SummedFigures> summed,
            Map<String, SummedFigures> ofBuurten,
            LocalDate date) {
        Map<String, Figures> figures = new LinkedHashMap<>();
        areas.forEach(area -> {
            SummedFigures own = summed.computeIfAbsent(area, any -> new SummedFigures(date));
            own.in(summed.computeIfAbsent(municipality(area), any -> new SummedFigures(date)));
            figures.put(area, own);
        });
        // In order of code, so that what is added up over them is so in one order.
        new TreeMap<>(ofBuurten)
                .forEach((buurt, its) -> table.around(buurt).stream()
                        .filter(area -> !area.equals(buurt) && areas.contains(area))
                        .forEach(area -> summed.get(area).add(its)));
        return figures;
    }

    /** The buurten with figures in the areas, if they are needed. */
    private Uni<List<String>> buurten(Set<String> areas, Needs needs) {
        return needs.in(Scope.BUURTEN).isEmpty() ? Uni.createFrom().item(List.of()) : withFigures(Level.BUURT, areas);
    }

    /**
     * The buurten or wijken inside an area that have figures, in order of code; those too that the area table lacks.
     *
     * @param level {@link Level#BUURT} or {@link Level#WIJK}
     */
    public Uni<List<String>> unitsIn(String area, Level level) {
        return withFigures(level, Set.copyOf(parts(area)));
    }

    private Uni<List<String>> withFigures(Level level, Set<String> areas) {
        String[] patterns = areas.stream()
                .map(area -> municipality(area).substring(2))
                .map(digits -> level == Level.BUURT ? "BU" + digits + "____" : "WK" + digits + "__")
                .distinct()
                .toArray(String[]::new);
        return pool.preparedQuery(CODES)
                .execute(Tuple.tuple().addArrayOfString(patterns))
                .map(rows -> {
                    List<String> units = new ArrayList<>();
                    rows.forEach(row -> units.add(row.getString("code")));
                    units.removeIf(unit -> table.around(AreaTable.buurtIn(unit)).stream()
                            .noneMatch(area -> !area.equals(unit) && areas.contains(area)));
                    return units;
                });
    }

    private Uni<Map<String, SummedFigures>> summed(
            Collection<String> codes, Collection<Series> series, LocalDate date) {
        if (codes.isEmpty() || series.isEmpty()) {
            return Uni.createFrom().item(HashMap::new);
        }
        Tuple parameters =
                Tuple.tuple().addArrayOfString(codes.toArray(String[]::new)).addArrayOfString(names(series));
        Anchor.ALL.forEach(
                anchor -> parameters.addInteger((int) anchor.day(date).toEpochDay()));
        return pool.preparedQuery(SUMS).execute(parameters).map(rows -> {
            Map<String, Series> byName = byName(series);
            Map<String, SummedFigures> summed = new HashMap<>();
            for (Row row : rows) {
                summed.computeIfAbsent(row.getString("code"), any -> new SummedFigures(date))
                        .add(
                                byName.get(row.getString("name")),
                                row.getInteger("anchor"),
                                row.getLong("n"),
                                row.getLong("moment"));
            }
            return summed;
        });
    }

    /** An area's figures of any date. */
    public Uni<AreaHistory> history(String area, Needs needs) {
        List<String> parts = parts(area);
        Set<String> codes = new LinkedHashSet<>(parts);
        parts.forEach(part -> codes.add(municipality(part)));
        return buurten(Set.copyOf(parts), needs)
                .chain(buurten -> histories(buurten, needs.in(Scope.BUURTEN))
                        .chain(ofBuurten -> histories(codes, needs.inAreaOrMunicipality())
                                .map(histories -> history(parts, histories, new TreeMap<>(ofBuurten)))));
    }

    private AreaHistory history(
            List<String> parts, Map<String, History> histories, SortedMap<String, History> buurten) {
        return new AreaHistory(parts.stream()
                .map(part -> new AreaHistory.Part(
                        histories.getOrDefault(part, History.EMPTY),
                        histories.getOrDefault(municipality(part), History.EMPTY),
                        buurten.entrySet().stream()
                                .filter(buurt -> table.around(buurt.getKey()).contains(part))
                                .map(Map.Entry::getValue)
                                .toList()))
                .toList());
    }

    private Uni<Map<String, History>> histories(Collection<String> areas, Collection<Series> series) {
        if (areas.isEmpty() || series.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Tuple parameters =
                Tuple.tuple().addArrayOfString(areas.toArray(String[]::new)).addArrayOfString(names(series));
        return pool.preparedQuery(CELLS).execute(parameters).map(rows -> {
            Map<String, Series> byName = byName(series);
            Map<String, History.Builder> builders = new HashMap<>();
            for (Row row : rows) {
                builders.computeIfAbsent(row.getString("code"), any -> new History.Builder())
                        .add(byName.get(row.getString("name")), row.getInteger("day"), row.getLong("n"));
            }
            Map<String, History> histories = new HashMap<>();
            builders.forEach((area, builder) -> histories.put(area, builder.build()));
            return histories;
        });
    }

    /**
     * What became of the residents of one day by another.
     *
     * @param residents lived in the area on the one day
     * @param stayed of them, live there on the other
     * @param died of them, are dead by the other
     */
    public record Retained(long residents, long stayed, long died) {}

    /** What became, by {@code to}, of those who lived in an area on {@code from}. */
    public Uni<Retained> retained(String area, LocalDate from, LocalDate to) {
        return pool.preparedQuery(RETENTION)
                .execute(Tuple.of(area, (int) from.toEpochDay(), (int) to.toEpochDay()))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Retained(row.getLong("residents"), row.getLong("stayed"), row.getLong("died"));
                });
    }

    /** A flow of an open dimension after {@code from}, up to and with {@code to}, by dimension; none is 0. */
    public Uni<Map<String, Long>> byDimension(String area, Measure measure, LocalDate from, LocalDate to) {
        String prefix = measure.id() + "|";
        return pool.preparedQuery(BY_DIMENSION)
                .execute(Tuple.of(area, prefix, (int) from.toEpochDay(), (int) to.toEpochDay()))
                .map(rows -> {
                    Map<String, Long> counts = new HashMap<>();
                    rows.forEach(row -> counts.put(row.getString("name").substring(prefix.length()), row.getLong("n")));
                    return counts;
                });
    }

    /** Names what the database holds: as long as the name is the same, so is whatever is read from it. */
    public Uni<String> state() {
        return pool.preparedQuery(STATE)
                .execute()
                .map(rows -> rows.iterator().next().getString("state"));
    }

    /** First day on which the municipality around an area, or one in it, has a resident. */
    public Uni<Optional<LocalDate>> dataFrom(String area) {
        String[] municipalities = parts(area).stream().map(this::municipality).toArray(String[]::new);
        return pool.preparedQuery(FIRST_DAY)
                .execute(Tuple.tuple()
                        .addArrayOfString(municipalities)
                        .addString(Series.of(Measure.POPULATION).name()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getInteger("day"))
                        .map(day -> LocalDate.ofEpochDay(day)));
    }

    private static String[] names(Collection<Series> series) {
        return series.stream().map(Series::name).toArray(String[]::new);
    }

    private static Map<String, Series> byName(Collection<Series> series) {
        return series.stream().collect(Collectors.toMap(Series::name, line -> line));
    }
}
