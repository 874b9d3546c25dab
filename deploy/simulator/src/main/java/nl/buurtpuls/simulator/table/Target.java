package nl.buurtpuls.simulator.table;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure that the events have to give.
 *
 * @param id what is counted
 * @param from day after which a window begins; {@code null} for a stock
 * @param date the day it is of, or the last of the window
 * @param area code
 * @param value a count, or a share from 0 to 1
 * @param tolerance how far off it may be
 * @param meaning in words
 */
public record Target(
        String id,
        @Nullable LocalDate from,
        LocalDate date,
        String area,
        double value,
        double tolerance,
        String meaning) {

    /** All, in the order of the table. */
    public static List<Target> all() {
        return Table.rows("targets.csv").stream()
                .map(row -> new Target(
                        row.text(0),
                        row.text(1).isEmpty() ? null : LocalDate.parse(row.text(1)),
                        LocalDate.parse(row.text(2)),
                        row.text(3),
                        row.decimal(4),
                        row.decimal(5),
                        row.text(6)))
                .toList();
    }

    /** The date of the first row of this id. */
    public static LocalDate date(String id) {
        return all().stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("targets.csv lacks " + id))
                .date();
    }

    /**
     * The value of the first row of this id and area.
     *
     * @throws IllegalArgumentException if the table lacks it
     */
    public static double value(String id, String area) {
        return all().stream()
                .filter(target -> target.id().equals(id) && target.area().equals(area))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("targets.csv lacks " + id + " of " + area))
                .value();
    }
}
