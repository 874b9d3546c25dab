package nl.buurtpuls.simulator.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many of each happening a municipality has in a year: of the shipped table, or in proportion to its size. */
public final class Plan {

    private static final List<String> COLUMNS = List.of(
            "year",
            "arrivals.HN",
            "arrivals.rest",
            "adult-arrivals",
            "departures.HN",
            "departures.rest",
            "births.HN",
            "births.rest",
            "deaths.HN",
            "deaths.others");

    private final List<Map<String, Integer>> years;
    private final int first;

    private Plan(List<Map<String, Integer>> years, int first) {
        this.years = years;
        this.first = first;
    }

    /** The plan of Heerlen; {@code scale} is the part of its real size. */
    public static Plan heerlen(double scale) {
        List<Table.Row> rows = Table.rows("plan.csv");
        return new Plan(
                rows.stream().map(row -> numbers(row, scale)).toList(),
                rows.get(0).whole(0));
    }

    private static Map<String, Integer> numbers(Table.Row row, double scale) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 1; i < COLUMNS.size(); i++) {
            numbers.put(COLUMNS.get(i), (int) Math.round(row.whole(i) * scale));
        }
        return numbers;
    }

    /** A plan that is the same in all years. */
    public static Plan same(Map<String, Integer> numbers) {
        return new Plan(List.of(Map.copyOf(numbers)), 0);
    }

    /** The number of a year; of the first or last one for years that the table lacks. */
    public int of(String happening, int year) {
        int index = Math.max(0, Math.min(years.size() - 1, year - first));
        Integer number = years.get(index).get(happening);
        if (number == null) {
            throw new IllegalArgumentException("no plan of " + happening);
        }
        return number;
    }
}
