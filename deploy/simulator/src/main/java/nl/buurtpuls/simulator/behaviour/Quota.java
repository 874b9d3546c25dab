package nl.buurtpuls.simulator.behaviour;

import java.util.function.IntUnaryOperator;
import nl.buurtpuls.simulator.town.Calendar;

/** How many of something are to happen, spread evenly over each year. */
final class Quota {

    private final Calendar calendar;
    private final IntUnaryOperator yearly;
    private int year = Integer.MIN_VALUE;
    private int total;
    private int done;

    /** {@code yearly} gives the number of a year. */
    Quota(Calendar calendar, IntUnaryOperator yearly) {
        this.calendar = calendar;
        this.yearly = yearly;
    }

    /** How many of them are left for today. */
    int due() {
        turn();
        return calendar.dueOf(total) - done;
    }

    /** Whether so many more are within the year's number. */
    boolean allows(int number) {
        turn();
        return calendar.isRepeated() || done + number <= total;
    }

    void count(int number) {
        turn();
        done += number;
    }

    private void turn() {
        if (calendar.year() != year) {
            // What a year has too many or too few, the next one makes up for.
            int over = year == Integer.MIN_VALUE ? 0 : done - total;
            year = calendar.year();
            total = yearly.applyAsInt(year);
            done = over;
        }
    }
}
