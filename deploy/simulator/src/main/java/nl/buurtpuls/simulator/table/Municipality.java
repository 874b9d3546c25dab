package nl.buurtpuls.simulator.table;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is published of a municipality.
 *
 * @param code CBS code
 * @param lowIncome percent of the persons with an income in the two lowest national fifths
 * @param longitude of its middle, in degrees
 * @param latitude of its middle, in degrees
 */
public record Municipality(String code, int inhabitants, double lowIncome, double longitude, double latitude) {

    private static final double KM_PER_DEGREE = 111.3;
    /** A degree of longitude against one of latitude, in the middle of the country. */
    private static final double NARROWING = 0.618;
    /** A municipality has some size: no two middles are nearer. */
    private static final double NEAREST = 3;
    /** By definition 40% of the persons of the country are in the two lowest fifths. */
    private static final double NATIONAL = 40;

    private static final Map<String, Municipality> ALL = read();

    private static Map<String, Municipality> read() {
        Map<String, Municipality> all = new TreeMap<>();
        for (Table.Row row : Table.rows("municipalities.csv")) {
            all.put(
                    row.text(0),
                    new Municipality(row.text(0), row.whole(1), row.decimal(2), row.decimal(3), row.decimal(4)));
        }
        return all;
    }

    /** All, in order of code. */
    public static List<Municipality> all() {
        return List.copyOf(ALL.values());
    }

    /**
     * @throws IllegalArgumentException if the table lacks it
     */
    public static Municipality of(String code) {
        Municipality found = ALL.get(code);
        if (found == null) {
            throw new IllegalArgumentException("municipalities.csv lacks " + code);
        }
        return found;
    }

    /** Kilometres between the middles of the two. */
    public double distanceTo(Municipality other) {
        double east = (longitude - other.longitude) * NARROWING * KM_PER_DEGREE;
        double north = (latitude - other.latitude) * KM_PER_DEGREE;
        return Math.max(NEAREST, Math.sqrt(east * east + north * north));
    }

    /** Fewer low incomes than in the country: stands in for a positive SES-WOA score where none is at hand. */
    public boolean isBetterOff() {
        return lowIncome < NATIONAL;
    }
}
