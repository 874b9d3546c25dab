package nl.buurtpuls.simulator.table;

import java.util.HashMap;
import java.util.Map;

/** The numbers of the synthetic town that do not depend on age. */
public final class Parameters {

    private final Map<String, Double> values;

    private Parameters(Map<String, Double> values) {
        this.values = values;
    }

    public static Parameters shipped() {
        Map<String, Double> values = new HashMap<>();
        Table.rows("parameters.csv").forEach(row -> values.put(row.text(0), row.decimal(1)));
        return new Parameters(values);
    }

    /**
     * @throws IllegalArgumentException if the table lacks it
     */
    public double get(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("parameters.csv lacks " + name);
        }
        return value;
    }
}
