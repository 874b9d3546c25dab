package nl.buurtpuls.simulator.register;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import nl.buurtpuls.simulator.chance.Chance;

/**
 * A counter open on working days: what happened on a day is written down on a later working day, one fact after another.
 * After a rush, such as a year's incomes, the work is some days behind.
 */
final class OfficeHours implements Stamps {

    private static final LocalTime OPEN = LocalTime.of(8, 30);
    private static final LocalTime CLOSE = LocalTime.of(17, 0);
    /** Shortest and longest time that one fact takes, in milliseconds, in a town of the size of Heerlen. */
    private static final int QUICK = 4_000;

    private static final int SLOW = 80_000;

    private final Chance chance;
    private final double scale;
    private LocalDateTime last;

    OfficeHours(Chance chance, LocalDate from, double scale) {
        this.chance = chance;
        // A larger town has more clerks: otherwise the work would fall behind for good.
        this.scale = Math.max(1, scale);
        this.last = from.atTime(CLOSE);
    }

    @Override
    public LocalDateTime next(LocalDate day) {
        LocalDate earliest = workingDay(day.plusDays(1));
        if (last.toLocalDate().isBefore(earliest)) {
            last = earliest.atTime(OPEN);
        }
        last = last.plus(Duration.ofMillis((long) (chance.between(QUICK, SLOW) / scale)));
        if (last.toLocalTime().isAfter(CLOSE)) {
            last = workingDay(last.toLocalDate().plusDays(1)).atTime(OPEN);
        }
        return last;
    }

    private static LocalDate workingDay(LocalDate day) {
        LocalDate found = day;
        while (found.getDayOfWeek() == DayOfWeek.SATURDAY || found.getDayOfWeek() == DayOfWeek.SUNDAY) {
            found = found.plusDays(1);
        }
        return found;
    }
}
