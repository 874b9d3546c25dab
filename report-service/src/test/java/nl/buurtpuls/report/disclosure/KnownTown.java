package nl.buurtpuls.report.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.report.ledger.LedgerFigures;

/**
 * A town on the ground of Heerlen whose truth is known: each of its 57 buurten has counts that change a little every month,
 * and larger areas have the sums of theirs. Some buurten are all but empty, and many counts are small.
 */
final class KnownTown {

    static final String MUNICIPALITY = "GM0917";
    static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
    static final int MONTHS = 145;

    private final AreaTable table;
    /** Of areas and series, the sum since the beginning on the first of each month. */
    private final Map<String, Map<Series, long[]>> sums = new HashMap<>();

    KnownTown(AreaTable table, long seed) {
        this.table = table;
        Random random = new Random(seed);
        for (Area area : table.all()) {
            if (area.level() == Level.BUURT && area.parents().contains(MUNICIPALITY)) {
                Map<Series, long[]> own = buurt(random);
                sums.put(area.code(), own);
                for (String around : table.around(area.code())) {
                    if (!around.equals(area.code())) {
                        own.forEach((series, months) -> add(around, series, months));
                    }
                }
            }
        }
    }

    private void add(String area, Series series, long[] months) {
        long[] sum =
                sums.computeIfAbsent(area, any -> new HashMap<>()).computeIfAbsent(series, any -> new long[MONTHS]);
        for (int month = 0; month < MONTHS; month++) {
            sum[month] += months[month];
        }
    }

    private static Map<Series, long[]> buurt(Random random) {
        Map<Series, long[]> all = new HashMap<>();
        int residents = random.nextInt(6) == 0 ? random.nextInt(8) : 50 + random.nextInt(2500);
        double poverty = random.nextDouble() * 0.15;
        put(all, Series.of(Measure.POPULATION), residents, random);
        put(all, Series.of(Measure.MINORS), residents / 5, random);
        long[] people = all.get(Series.of(Measure.POPULATION));
        long[] minors = all.get(Series.of(Measure.MINORS));
        long[] adults = new long[MONTHS];
        for (int month = 0; month < MONTHS; month++) {
            minors[month] = Math.min(minors[month], people[month]);
            adults[month] = people[month] - minors[month];
        }
        all.put(Series.of(Measure.ADULTS), adults);
        put(all, Series.of(Measure.HOUSEHOLDS), residents / 2, random);
        Map<Scheme, Double> parts = new EnumMap<>(Map.of(
                Scheme.SOCIAL_ASSISTANCE,
                poverty,
                Scheme.DISABILITY,
                poverty / 2,
                Scheme.UNEMPLOYMENT,
                0.005,
                Scheme.OTHER,
                0.002));
        parts.forEach((scheme, part) -> {
            int recipients = (int) Math.round(part * residents);
            put(all, Series.of(Measure.RECIPIENTS, scheme.code()), recipients, random);
            all.put(
                    Series.of(Measure.ADULT_RECIPIENTS, scheme.code()),
                    all.get(Series.of(Measure.RECIPIENTS, scheme.code())));
            put(all, Series.of(Measure.RECIPIENTS_2Y_TO_5Y, scheme.code()), recipients / 4, random);
            put(all, Series.of(Measure.RECIPIENTS_OVER_5Y, scheme.code()), recipients / 3, random);
        });
        put(all, Series.of(Measure.RECIPIENTS, Measure.OVERLAP), residents / 400, random);
        // Whoever goes from one scheme to another has any scheme for longer than each.
        long[] chained = new long[MONTHS];
        Arrays.fill(chained, -residents / 40);
        all.put(Series.of(Measure.RECIPIENTS_OVER_5Y, Measure.OVERLAP), chained);
        long[] arrivals = new long[MONTHS];
        for (int month = 1; month < MONTHS; month++) {
            arrivals[month] = arrivals[month - 1] + random.nextInt(2 + residents / 150);
        }
        all.put(Series.of(Measure.ARRIVALS), arrivals);
        return all;
    }

    private static void put(Map<Series, long[]> all, Series series, int start, Random random) {
        long[] months = new long[MONTHS];
        long now = start;
        for (int month = 0; month < MONTHS; month++) {
            months[month] = now;
            now = Math.max(0, now + random.nextInt(3) - 1);
        }
        all.put(series, months);
    }

    AreaTable table() {
        return table;
    }

    /** All its areas, from large to small. */
    List<String> areas() {
        List<String> areas = new ArrayList<>(List.of(MUNICIPALITY));
        for (Level level : List.of(Level.GROUP, Level.WIJK, Level.BUURT)) {
            areas.addAll(at(level));
        }
        return areas;
    }

    List<String> at(Level level) {
        return table.all().stream()
                .filter(area -> area.level() == level && area.parents().contains(MUNICIPALITY))
                .map(Area::code)
                .toList();
    }

    /** The buurten of an area. */
    List<String> buurtenOf(String area) {
        return at(Level.BUURT).stream()
                .filter(buurt -> table.around(buurt).contains(area))
                .toList();
    }

    static LocalDate month(int month) {
        return FIRST.plusMonths(month);
    }

    long truth(String area, Series series, LocalDate date) {
        int month = (date.getYear() - FIRST.getYear()) * 12 + date.getMonthValue() - FIRST.getMonthValue();
        if (month < 0) {
            return 0;
        }
        return sums.getOrDefault(area, Map.of()).getOrDefault(series, new long[MONTHS])[month];
    }

    LedgerFigures exact(String area, LocalDate date) {
        return new Known(area, date);
    }

    /** What is published of an area. */
    ReleasedFigures published(String area, LocalDate date, Protection protection) {
        return new ReleasedFigures.Protected(protection.round(exact(area, date)), protection);
    }

    private final class Known implements LedgerFigures {
        private final String area;
        private final LocalDate date;

        Known(String area, LocalDate date) {
            this.area = area;
            this.date = date;
        }

        @Override
        public String area() {
            return area;
        }

        @Override
        public LocalDate date() {
            return date;
        }

        @Override
        public long total(Series series, Anchor anchor) {
            return truth(area, series, anchor.day(date));
        }

        @Override
        public long moment(Series series, Anchor anchor) {
            return 0;
        }

        @Override
        public List<LedgerFigures> buurten() {
            return table.levelOf(area) == Level.BUURT
                    ? List.of()
                    : buurtenOf(area).stream().map(buurt -> exact(buurt, date)).toList();
        }

        @Override
        public LedgerFigures municipality() {
            return exact(MUNICIPALITY, date);
        }
    }
}
