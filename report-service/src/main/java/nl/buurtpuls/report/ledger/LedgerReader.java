package nl.buurtpuls.report.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Quantity.Scope;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.report.ledger.Stretches.Stretch;

/** Reads the ledger: figures of areas on some dates, retention, places of origin. */
@ApplicationScoped
public class LedgerReader {

    /**
     * $1 area codes, $2 series names; $3, $4, $5 stretches of months: place, first and last; $6, $7, $8 of days. Each is
     * summed by itself, so that the index finds it whatever the planner expects.
     */
    private static final String SUMS = "with line as materialized (select a.id as area, s.id as series, a.code, s.name"
            + " from area a, series s where a.code = any($1) and s.name = any($2)) "
            + summed(true, "month_sum", "month", "moment", "$3::int[], $4::int[], $5::int[]")
            + " union all "
            + summed(false, "cell", "day", "n * day", "$6::int[], $7::int[], $8::int[]");

    /** $1 area codes, $2 series names, $3 and $4 the first and last day; what lies before the first is counted on it. */
    private static final String DAY_BY_DAY =
            "with line as materialized (select a.id as area, s.id as series, a.code, s.name"
                    + " from area a, series s where a.code = any($1) and s.name = any($2))"
                    + " select line.code, line.name, part.day, part.n, part.moment from line cross join lateral"
                    + " (select greatest(c.day, $3) as day, sum(c.n)::bigint as n, sum(c.n * c.day)::bigint as moment"
                    + " from cell c where c.area = line.area and c.series = line.series and c.day <= $4 group by 1) part";

    /** From so many days on, going through all cells once is less than a search for each day. */
    private static final int MANY_DAYS = 400;

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
            + " where a.code = $1 and s.name = $2 and c.n <> 0";

    /** $1 area codes, $2 measure and a bar, $3 and $4 the days. */
    private static final String BY_DIMENSION = "select a.code, s.name,"
            + " coalesce(sum(c.n) filter (where c.day <= $3), 0)::bigint as before, sum(c.n)::bigint as upto"
            + " from area a join cell c on c.area = a.id join series s on s.id = c.series"
            + " where a.code = any($1) and starts_with(s.name, $2) and c.day <= $4 group by a.code, s.name";

    private static final String STATE = "select pg_current_snapshot()::text as state";

    private static final String AREAS = "select code from area order by code";

    /** $1 patterns. */
    private static final String CODES = "select code from area where code like any($1) order by code";

    private final Pool pool;
    private final AreaTable table;

    LedgerReader(Pool pool, AreaTable table) {
        this.pool = pool;
        this.table = table;
    }

    private static String summed(boolean months, String table, String at, String moment, String stretches) {
        return "select " + months + " as months, line.code, line.name, stretch.place, part.n, part.moment"
                + " from line cross join unnest(" + stretches + ") as stretch(place, first, last)"
                + " cross join lateral (select sum(n)::bigint as n, sum(" + moment + ")::bigint as moment from " + table
                + " c where c.area = line.area and c.series = line.series"
                + " and c." + at + " between stretch.first and stretch.last) part where part.n is not null";
    }

    private static String sum(String table, String series, String days) {
        return "(select coalesce(sum(c.n), 0)::bigint from area a join " + table + " c on c.area = a.id"
                + " join series s on s.id = c.series where a.code = $1 and s.name = '" + series + "' and " + days + ")";
    }

    /** The figures of areas on a date. */
    public Uni<Map<String, LedgerFigures>> figures(Collection<String> areas, Needs needs, LocalDate date) {
        return histories(Set.copyOf(areas), needs, List.of(date)).map(histories -> {
            Map<String, LedgerFigures> figures = new LinkedHashMap<>();
            areas.forEach(area -> figures.put(area, histories.get(area).on(date)));
            return figures;
        });
    }

    /** An area's figures of some dates. */
    public Uni<AreaHistory> history(String area, Needs needs, Collection<LocalDate> dates) {
        return histories(Set.of(area), needs, dates).map(histories -> histories.get(area));
    }

    private Uni<Map<String, AreaHistory>> histories(Set<String> areas, Needs needs, Collection<LocalDate> dates) {
        SortedSet<Integer> days = needs.days(dates);
        return buurten(areas, needs)
                .chain(buurten -> sums(buurten, needs.in(Scope.BUURTEN), days)
                        .chain(ofBuurten -> sums(withMunicipalities(areas), needs.inAreaOrMunicipality(), days)
                                .map(sums -> joined(areas, dates, sums, new TreeMap<>(ofBuurten)))));
    }

    private Map<String, AreaHistory> joined(
            Set<String> areas,
            Collection<LocalDate> dates,
            Map<String, History> sums,
            SortedMap<String, History> ofBuurten) {
        Map<String, SortedMap<String, History>> inside = new HashMap<>();
        ofBuurten.forEach((buurt, its) -> containing(buurt)
                .filter(areas::contains)
                .forEach(area ->
                        inside.computeIfAbsent(area, any -> new TreeMap<>()).put(buurt, its)));
        Map<String, AreaHistory> joined = new HashMap<>();
        areas.forEach(area -> joined.put(
                area,
                new AreaHistory(
                        dates,
                        place(area, sums),
                        place(table.placeOf(area), sums),
                        inside.getOrDefault(area, new TreeMap<>()))));
        return joined;
    }

    private static AreaHistory.Place place(String area, Map<String, History> sums) {
        return new AreaHistory.Place(area, sums.getOrDefault(area, History.EMPTY));
    }

    private Set<String> withMunicipalities(Collection<String> areas) {
        Set<String> codes = new LinkedHashSet<>(areas);
        areas.forEach(area -> codes.add(table.placeOf(area)));
        return codes;
    }

    /** The areas that a buurt or wijk lies in, of every level. */
    private Stream<String> containing(String unit) {
        return table.upFrom(unit).stream().skip(1);
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
        return withFigures(level, Set.of(area));
    }

    private Uni<List<String>> withFigures(Level level, Set<String> areas) {
        String[] patterns = areas.stream()
                .flatMap(area -> table.municipalityAround(area) == null
                        ? table.municipalitiesIn(area).stream()
                        : Stream.of(table.placeOf(area)))
                .map(municipality -> municipality.substring(2))
                .map(digits -> level == Level.BUURT ? "BU" + digits + "____" : "WK" + digits + "__")
                .distinct()
                .toArray(String[]::new);
        return pool.preparedQuery(CODES)
                .execute(Tuple.tuple().addArrayOfString(patterns))
                .map(rows -> {
                    List<String> units = new ArrayList<>();
                    rows.forEach(row -> units.add(row.getString("code")));
                    units.removeIf(unit -> containing(unit).noneMatch(areas::contains));
                    return units;
                });
    }

    /** What the series of areas add up to, up to each of the days; areas without cells are left out. */
    private Uni<Map<String, History>> sums(
            Collection<String> areas, Collection<Series> series, SortedSet<Integer> days) {
        if (areas.isEmpty() || series.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        int[] upTo = days.stream().mapToInt(Integer::intValue).toArray();
        if (upTo.length >= MANY_DAYS) {
            return sumsDayByDay(areas, series, upTo);
        }
        Stretches stretches = Stretches.upTo(days);
        Tuple parameters =
                Tuple.tuple().addArrayOfString(areas.toArray(String[]::new)).addArrayOfString(names(series));
        Stream.of(stretches.months(), stretches.days())
                .forEach(part -> parameters
                        .addArrayOfInteger(part.stream().map(Stretch::place).toArray(Integer[]::new))
                        .addArrayOfInteger(part.stream().map(Stretch::from).toArray(Integer[]::new))
                        .addArrayOfInteger(part.stream().map(Stretch::to).toArray(Integer[]::new)));
        return pool.preparedQuery(SUMS).execute(parameters).map(rows -> {
            Map<String, Series> byName = byName(series);
            Map<String, History.Builder> builders = new HashMap<>();
            for (Row row : rows) {
                History.Builder builder =
                        builders.computeIfAbsent(row.getString("code"), any -> new History.Builder(upTo));
                Series line = byName.get(row.getString("name"));
                int place = row.getInteger("place");
                if (row.getBoolean("months")) {
                    builder.addFrom(line, place, row.getLong("n"), row.getLong("moment"));
                } else {
                    builder.addDays(line, place, row.getLong("n"), row.getLong("moment"));
                }
            }
            Map<String, History> histories = new HashMap<>();
            builders.forEach((area, builder) -> histories.put(area, builder.build()));
            return histories;
        });
    }

    private Uni<Map<String, History>> sumsDayByDay(Collection<String> areas, Collection<Series> series, int[] upTo) {
        Tuple parameters = Tuple.tuple()
                .addArrayOfString(areas.toArray(String[]::new))
                .addArrayOfString(names(series))
                .addInteger(upTo[0])
                .addInteger(upTo[upTo.length - 1]);
        return pool.preparedQuery(DAY_BY_DAY).execute(parameters).map(rows -> {
            Map<String, Series> byName = byName(series);
            Map<String, History.Builder> builders = new HashMap<>();
            for (Row row : rows) {
                int found = Arrays.binarySearch(upTo, row.getInteger("day"));
                // Of a day between two that are asked for, the later one is the first that it counts for.
                int place = found < 0 ? -found - 1 : found;
                builders.computeIfAbsent(row.getString("code"), any -> new History.Builder(upTo))
                        .addFrom(byName.get(row.getString("name")), place, row.getLong("n"), row.getLong("moment"));
            }
            Map<String, History> histories = new HashMap<>();
            builders.forEach((area, builder) -> histories.put(area, builder.build()));
            return histories;
        });
    }

    /** The areas that have cells. */
    public Uni<List<String>> areas() {
        return pool.preparedQuery(AREAS).execute().map(rows -> {
            List<String> codes = new ArrayList<>();
            rows.forEach(row -> codes.add(row.getString("code")));
            return codes;
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

    /**
     * A flow of one dimension, as sums since the beginning.
     *
     * @param area code
     * @param dimension as in the ledger's key
     * @param before up to and with the day that the window is after
     * @param upTo up to and with its last day
     */
    public record Flow(String area, String dimension, long before, long upTo) {}

    /** A flow of an open dimension into some areas after {@code from}, up to and with {@code to}, by dimension. */
    public Uni<List<Flow>> byDimension(Collection<String> areas, Measure measure, LocalDate from, LocalDate to) {
        String prefix = measure.id() + "|";
        return pool.preparedQuery(BY_DIMENSION)
                .execute(Tuple.tuple()
                        .addArrayOfString(areas.toArray(String[]::new))
                        .addString(prefix)
                        .addInteger((int) from.toEpochDay())
                        .addInteger((int) to.toEpochDay()))
                .map(rows -> {
                    List<Flow> flows = new ArrayList<>();
                    rows.forEach(row -> flows.add(new Flow(
                            row.getString("code"),
                            row.getString("name").substring(prefix.length()),
                            row.getLong("before"),
                            row.getLong("upto"))));
                    return flows;
                });
    }

    /** First day on which the municipality around an area, or the area above municipalities, has a resident. */
    public Uni<Optional<LocalDate>> dataFrom(String area) {
        return pool.preparedQuery(FIRST_DAY)
                .execute(Tuple.of(
                        table.placeOf(area), Series.of(Measure.POPULATION).name()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getInteger("day"))
                        .map(day -> LocalDate.ofEpochDay(day)));
    }

    /** Names the state of the whole database: as long as it is the same, nothing has been written that can be read. */
    public Uni<String> state() {
        return pool.preparedQuery(STATE)
                .execute()
                .map(rows -> rows.iterator().next().getString("state"));
    }

    private static String[] names(Collection<Series> series) {
        return series.stream().map(Series::name).toArray(String[]::new);
    }

    private static Map<String, Series> byName(Collection<Series> series) {
        return series.stream().collect(Collectors.toMap(Series::name, line -> line));
    }
}
