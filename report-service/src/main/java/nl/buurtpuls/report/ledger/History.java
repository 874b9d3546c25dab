package nl.buurtpuls.report.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Series;

/** What some series of one area add up to, up to each of some days. */
final class History {

    /** A history of nothing. */
    static final History EMPTY = new History(new int[0], Map.of());

    /** The days, in order. */
    private final int[] days;

    private final Map<Series, Line> lines;

    private History(int[] days, Map<Series, Line> lines) {
        this.days = days;
        this.lines = lines;
    }

    /** Sums up to each of the days: of n, and of n × day. */
    private record Line(long[] totals, long[] moments) {}

    /** Gathers what lies in the {@link Stretches} up to the days. */
    static final class Builder {
        private final int[] days;
        private final Map<Series, Line> months = new HashMap<>();
        private final Map<Series, Line> openMonths = new HashMap<>();

        Builder(int[] days) {
            this.days = days;
        }

        /** What the cells in a stretch of months, or of a day, add up to: it counts for its day and all later ones. */
        void addFrom(Series series, int place, long n, long moment) {
            add(months, series, place, n, moment);
        }

        /** What the cells in a stretch of days add up to: it counts for its day alone. */
        void addDays(Series series, int place, long n, long moment) {
            add(openMonths, series, place, n, moment);
        }

        private void add(Map<Series, Line> lines, Series series, int place, long n, long moment) {
            Line line = lines.computeIfAbsent(series, any -> new Line(new long[days.length], new long[days.length]));
            line.totals[place] += n;
            line.moments[place] += moment;
        }

        History build() {
            months.values().forEach(line -> {
                Arrays.parallelPrefix(line.totals, Long::sum);
                Arrays.parallelPrefix(line.moments, Long::sum);
            });
            openMonths.forEach((series, line) -> {
                for (int place = 0; place < days.length; place++) {
                    add(months, series, place, line.totals[place], line.moments[place]);
                }
            });
            return new History(days, months);
        }
    }

    /** Sum of the cells up to and with the day, which is one of those asked for. */
    long total(Series series, LocalDate day) {
        Line line = lines.get(series);
        return line == null ? 0 : line.totals[place(day)];
    }

    /** Sum of (cell × its day as epoch day) up to and with the day. */
    long moment(Series series, LocalDate day) {
        Line line = lines.get(series);
        return line == null ? 0 : line.moments[place(day)];
    }

    private int place(LocalDate day) {
        int found = Arrays.binarySearch(days, Math.toIntExact(day.toEpochDay()));
        if (found < 0) {
            throw new IllegalArgumentException("the sums up to " + day + " were not read");
        }
        return found;
    }
}
