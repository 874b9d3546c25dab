package nl.buurtpuls.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What disclosure control costs in use: how much is withheld and how far off the rest is, by level. */
final class Utility {

    private final Map<String, Level> levels = new TreeMap<>();

    private static final class Level {
        private long figures;
        private long undefined;
        private long withheld;
        private final List<Double> shares = new ArrayList<>();
        private final List<Double> counts = new ArrayList<>();
    }

    /** Sets the published snapshot of an area beside the exact one. */
    void add(String level, JsonNode published, JsonNode exact, Map<String, String> units) {
        Level its = levels.computeIfAbsent(level, any -> new Level());
        published.get("indicators").properties().forEach(entry -> {
            JsonNode truth = exact.at("/indicators/" + entry.getKey().replace("/", "~1"));
            its.figures++;
            if (!truth.get("value").isNumber()) {
                its.undefined++;
                return;
            }
            if (entry.getValue().get("suppressed").asBoolean()) {
                its.withheld++;
                return;
            }
            double error = Math.abs(entry.getValue().get("value").asDouble()
                    - truth.get("value").asDouble());
            switch (units.getOrDefault(entry.getKey().replaceAll("\\.\\d+[a-z]+$", ""), "")) {
                case "share" -> its.shares.add(100 * error);
                case "persons", "households", "moves", "dwellings" -> its.counts.add(error);
                default -> {}
            }
        });
    }

    /** As a table in Markdown. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "| level | figures | undefined | withheld of the rest | mean error of a count | mean error of a share | 95% of shares within |",
                "| --- | --- | --- | --- | --- | --- | --- |"));
        levels.forEach((level, its) -> lines.add(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.1f%% | %.1f | %.2f points | %.2f points |",
                level,
                its.figures,
                its.undefined,
                100.0 * its.withheld / Math.max(1, its.figures - its.undefined),
                mean(its.counts),
                mean(its.shares),
                quantile(its.shares))));
        return lines;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static double quantile(List<Double> values) {
        return values.stream()
                .sorted()
                .skip((long) (0.95 * Math.max(0, values.size() - 1)))
                .findFirst()
                .orElse(Double.NaN);
    }
}
