package nl.buurtpuls.contract.area;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of areas beside how they nest. Each of its files may be left out.
 *
 * @param squareKilometres by code
 * @param neighbours by code, in order, both ways
 */
record AreaFacts(
        Map<String, SesWoa> scores, Map<String, Double> squareKilometres, Map<String, Set<String>> neighbours) {

    /** {@code code,sesWoa,period,source}. */
    private static final String SCORES = "scores.csv";
    /** {@code code,squareKilometres}. */
    private static final String LAND_AREAS = "land-areas.csv";
    /** {@code code,neighbour}: each pair once. */
    private static final String NEIGHBOURS = "neighbours.csv";

    static AreaFacts read(AreaFiles files) {
        Map<String, SesWoa> scores = new HashMap<>();
        for (CsvLine line : files.linesIfThere(SCORES)) {
            scores.put(line.field(0), new SesWoa(line.decimal(1), line.field(2), line.field(3)));
        }
        Map<String, Double> squareKilometres = new HashMap<>();
        for (CsvLine line : files.linesIfThere(LAND_AREAS)) {
            double value = line.decimal(1);
            if (value <= 0) {
                throw line.wrong("an area has more than 0 km², got " + value);
            }
            squareKilometres.put(line.field(0), value);
        }
        Map<String, Set<String>> neighbours = new HashMap<>();
        for (CsvLine line : files.linesIfThere(NEIGHBOURS)) {
            String one = line.field(0);
            String other = line.field(1);
            if (one.equals(other)) {
                throw line.wrong(one + " is its own neighbour");
            }
            neighbours.computeIfAbsent(one, any -> new TreeSet<>()).add(other);
            neighbours.computeIfAbsent(other, any -> new TreeSet<>()).add(one);
        }
        return new AreaFacts(scores, squareKilometres, neighbours);
    }
}
