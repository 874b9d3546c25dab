package nl.buurtpuls.simulator.town;

import java.time.LocalDate;

/**
 * The day that a town is at, and how far its year is. A year begins on 2 January and ends with 1 January, as windows that
 * end on 1 January do; on that last day no planned thing happens.
 */
public final class Calendar {

    private final LocalDate first;
    private LocalDate today;
    private int day;
    private int year;
    private int dayOfYear;
    private int repeats;

    /** A calendar at its first day. */
    public Calendar(LocalDate first) {
        this.first = first;
        today = first;
        turnTo(first);
    }

    /** Goes on to a later day; to the same day again, if more is to happen on it than is planned. */
    public void turnTo(LocalDate to) {
        repeats = to.toEpochDay() == day ? repeats + 1 : 0;
        today = to;
        day = (int) to.toEpochDay();
        LocalDate before = to.minusDays(1);
        year = before.getYear();
        dayOfYear = before.getDayOfYear();
    }

    public LocalDate first() {
        return first;
    }

    public LocalDate today() {
        return today;
    }

    /** Today as epoch day. */
    public int day() {
        return day;
    }

    /** The year that today counts in. */
    public int year() {
        return year;
    }

    /** Whether today has been lived before. */
    public boolean isRepeated() {
        return repeats > 0;
    }

    /** How many of a yearly number should have happened by the end of today. */
    public int dueOf(int yearly) {
        int lastButOne = today.minusDays(1).lengthOfYear() - 1;
        return (int) ((long) yearly * (Math.min(dayOfYear, lastButOne) + repeats) / lastButOne);
    }
}
