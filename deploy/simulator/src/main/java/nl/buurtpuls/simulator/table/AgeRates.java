package nl.buurtpuls.simulator.table;

import java.util.Arrays;

/** The yearly rate of one happening by age in completed years. */
public final class AgeRates {

    private static final int OLDEST = 130;

    private final double[] rates;
    private final double maximum;

    private AgeRates(double[] rates) {
        this.rates = rates;
        this.maximum = Arrays.stream(rates).max().orElse(0);
    }

    /**
     * The rates of a happening in the shipped table.
     *
     * @throws IllegalArgumentException if the table has none for it
     */
    public static AgeRates of(String happening) {
        double[] rates = new double[OLDEST];
        boolean found = false;
        for (Table.Row row : Table.rows("rates.csv")) {
            if (row.text(0).equals(happening)) {
                Arrays.fill(rates, row.whole(1), row.whole(2), row.decimal(3));
                found = true;
            }
        }
        if (!found) {
            throw new IllegalArgumentException("rates.csv has no rates of " + happening);
        }
        return new AgeRates(rates);
    }

    /** Rate per year at this age. */
    public double at(int age) {
        return age >= 0 && age < OLDEST ? rates[age] : 0;
    }

    /** The highest rate of all ages. */
    public double maximum() {
        return maximum;
    }
}
