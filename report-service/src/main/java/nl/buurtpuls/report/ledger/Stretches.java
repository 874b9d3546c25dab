package nl.buurtpuls.report.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * The time up to each of some days, in stretches: what the cells of a month add up to is at hand. Up to a day lie all
 * months that are over by its end, and the days of its own month up to it if that is not.
 *
 * @param months those that are over by the end of a day, and were not by that of the day before it among these; numbered
 *     as year × 12 + month, January 0
 * @param days epoch days of the month that a day lies in, if it is not over by the end of it
 */
record Stretches(List<Stretch> months, List<Stretch> days) {

    /**
     * Months or days that lie together.
     *
     * @param place of the day that they are counted for, among these
     * @param from first month or day
     * @param to last month or day
     */
    record Stretch(int place, int from, int to) {}

    static Stretches upTo(SortedSet<Integer> ends) {
        List<Stretch> months = new ArrayList<>();
        List<Stretch> days = new ArrayList<>();
        int firstMonth = Integer.MIN_VALUE;
        int place = 0;
        for (int end : ends) {
            // Of the day after: what lies before that is over.
            int open = month(end + 1);
            if (firstMonth < open) {
                months.add(new Stretch(place, firstMonth, open - 1));
                firstMonth = open;
            }
            if (firstDay(open) <= end) {
                days.add(new Stretch(place, firstDay(open), end));
            }
            place++;
        }
        return new Stretches(months, days);
    }

    private static int month(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }

    private static int firstDay(int month) {
        return Math.toIntExact(YearMonth.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1)
                .atDay(1)
                .toEpochDay());
    }
}
