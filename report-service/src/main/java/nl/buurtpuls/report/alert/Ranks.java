package nl.buurtpuls.report.alert;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The places of areas among each other on each day. */
final class Ranks {

    private Ranks() {}

    /**
     * The place of each area on each day, 1 being the worst; equal figures share the best of their places. An area without a
     * figure or with too few residents has none.
     *
     * @param values by area, of the same days
     * @param residents by area, of the same days
     */
    static Map<String, DayValues> of(
            Map<String, DayValues> values, Map<String, DayValues> residents, Direction worstIs, int minimumPopulation) {
        Map<String, DayValues> ranks = new LinkedHashMap<>();
        int days = values.values().stream().mapToInt(DayValues::days).max().orElse(0);
        LocalDate first =
                values.values().stream().map(DayValues::first).findFirst().orElse(LocalDate.EPOCH);
        values.keySet().forEach(area -> ranks.put(area, new DayValues(first, new double[days])));
        for (int day = 0; day < days; day++) {
            int at = day;
            // The worst have the lowest keys; what has no place sorts last, for it is not a number.
            double[] keys = values.keySet().stream()
                    .mapToDouble(area -> key(values.get(area), residents.get(area), at, worstIs, minimumPopulation))
                    .toArray();
            double[] sorted = keys.clone();
            Arrays.sort(sorted);
            int area = 0;
            for (DayValues its : ranks.values()) {
                double key = keys[area++];
                its.values()[day] = Double.isNaN(key) ? Double.NaN : firstOf(sorted, key) + 1;
            }
        }
        return ranks;
    }

    private static double key(DayValues values, DayValues residents, int day, Direction worstIs, int minimum) {
        boolean enough = minimum == 0 || residents.values()[day] >= minimum;
        double value = enough ? values.values()[day] : Double.NaN;
        // Adding zero makes one of the two zeros, which sort apart.
        return (worstIs == Direction.ABOVE ? -value : value) + 0.0;
    }

    private static int firstOf(double[] sorted, double key) {
        int place = Arrays.binarySearch(sorted, key);
        while (place > 0 && sorted[place - 1] == key) {
            place--;
        }
        return place;
    }
}
