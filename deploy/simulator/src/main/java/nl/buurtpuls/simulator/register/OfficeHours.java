package nl.buurtpuls.simulator.register;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When the facts of a day are written down: the first day's by machine in the night, each other day's over the hours of a
 * counter that is open on working days, on the next of these. On Monday those of Friday come first, then Saturday's, then
 * Sunday's.
 *
 * @param writtenOn the day, in local time
 * @param start milliseconds since 1970
 * @param length milliseconds
 */
record OfficeHours(LocalDate writtenOn, long start, long length) {

    private static final ZoneId LOCAL = ZoneId.of("Europe/Amsterdam");
    private static final LocalTime NIGHT = LocalTime.of(0, 5);
    private static final long NIGHT_MILLIS = 5 * 3_600_000L;
    private static final LocalTime OPEN = LocalTime.of(8, 30);
    private static final long OPEN_MILLIS = 8 * 3_600_000L + 1_800_000L;
    private static final int DAYS_ON_MONDAY = 3;

    static OfficeHours ofBaseline(LocalDate day) {
        return new OfficeHours(day, millis(day.atTime(NIGHT)), NIGHT_MILLIS);
    }

    static OfficeHours of(LocalDate day) {
        int fromFriday = day.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
        if (fromFriday < 0) {
            LocalDate next = day.plusDays(1);
            return new OfficeHours(next, millis(next.atTime(OPEN)), OPEN_MILLIS);
        }
        LocalDate monday = day.plusDays(DAYS_ON_MONDAY - (long) fromFriday);
        long length = OPEN_MILLIS / DAYS_ON_MONDAY;
        return new OfficeHours(monday, millis(monday.atTime(OPEN)) + fromFriday * length, length);
    }

    private static long millis(LocalDateTime moment) {
        return moment.atZone(LOCAL).toInstant().toEpochMilli();
    }
}
