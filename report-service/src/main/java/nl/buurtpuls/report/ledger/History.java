package nl.buurtpuls.report.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Series;

/** All cells of some series of one area, ready to be summed up to any day. */
final class History {

    /** A history without cells. */
    static final History EMPTY = new History(Map.of());

    private final Map<Series, Line> lines;

    private History(Map<Series, Line> lines) {
        this.lines = lines;
    }

    /** Days in order, with the sums of n and of n × day up to and with each. */
    private record Line(int[] days, long[] totals, long[] moments) {
        int upTo(long day) {
            int found = Arrays.binarySearch(days, (int) day);
            return found >= 0 ? found : -found - 2;
        }
    }

    /** Gathers cells; within a series they come in order of day. */
    static final class Builder {
        private final Map<Series, Growing> growing = new HashMap<>();

        private static final class Growing {
            private int[] days = new int[64];
            private long[] totals = new long[64];
            private long[] moments = new long[64];
            private int size;

            void add(int day, long n) {
                if (size == days.length) {
                    days = Arrays.copyOf(days, 2 * size);
                    totals = Arrays.copyOf(totals, 2 * size);
                    moments = Arrays.copyOf(moments, 2 * size);
                }
                days[size] = day;
                totals[size] = (size == 0 ? 0 : totals[size - 1]) + n;
                moments[size] = (size == 0 ? 0 : moments[size - 1]) + n * day;
                size++;
            }

            Line line() {
                return new Line(Arrays.copyOf(days, size), Arrays.copyOf(totals, size), Arrays.copyOf(moments, size));
            }
        }

        void add(Series series, int day, long n) {
            growing.computeIfAbsent(series, any -> new Growing()).add(day, n);
        }

        History build() {
            Map<Series, Line> lines = new HashMap<>();
            growing.forEach((series, line) -> lines.put(series, line.line()));
            return new History(lines);
        }
    }

    /** Sum of the cells up to and with the day. */
    long total(Series series, LocalDate day) {
        return sum(series, day, false);
    }

    /** Sum of (cell × its day as epoch day) up to and with the day. */
    long moment(Series series, LocalDate day) {
        return sum(series, day, true);
    }

    private long sum(Series series, LocalDate day, boolean moments) {
        Line line = lines.get(series);
        int last = line == null ? -1 : line.upTo(day.toEpochDay());
        if (last < 0) {
            return 0;
        }
        return moments ? line.moments()[last] : line.totals()[last];
    }
}
