package nl.buurtpuls.report.series;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How far apart the dates of a series are. */
enum Step {
    /** Each day. */
    DAY(date -> date, date -> date.plusDays(1)),
    /** The first of each month. */
    MONTH(date -> date.withDayOfMonth(1), date -> date.plusMonths(1)),
    /** The first of each year. */
    YEAR(date -> date.withDayOfYear(1), date -> date.plusYears(1));

    private final UnaryOperator<LocalDate> floor;
    private final UnaryOperator<LocalDate> next;

    Step(UnaryOperator<LocalDate> floor, UnaryOperator<LocalDate> next) {
        this.floor = floor;
        this.next = next;
    }

    static Optional<Step> of(String code) {
        return Arrays.stream(values())
                .filter(step -> step.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    /** The first dates, {@code most} of them, from {@code from} up to and with {@code to}. */
    List<LocalDate> dates(LocalDate from, LocalDate to, int most) {
        LocalDate first = floor.apply(from);
        return Stream.iterate(first.isBefore(from) ? next.apply(first) : first, next)
                .takeWhile(date -> !date.isAfter(to))
                .limit(most)
                .toList();
    }
}
