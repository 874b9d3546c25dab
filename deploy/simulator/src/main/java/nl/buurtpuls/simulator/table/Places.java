package nl.buurtpuls.simulator.table;

import java.util.List;
import java.util.function.ToDoubleFunction;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.simulator.chance.Chance;

/** Places that people come from and go to, each with a weight. */
public final class Places {

    private final List<Place> places;
    /** Sum of the weights up to and with each place. */
    private final double[] cumulative;

    private Places(List<Place> places, double[] weights) {
        this.places = places;
        this.cumulative = weights.clone();
        for (int i = 1; i < cumulative.length; i++) {
            cumulative[i] += cumulative[i - 1];
        }
    }

    /**
     * The other municipalities, by size and distance.
     *
     * @param distanceDecay how fast the pull weakens: inhabitants times km to the power of minus this
     */
    public static Places municipalities(double distanceDecay) {
        // StrictMath gives the same bits on every machine; Math need not.
        return read("municipalities.csv", true, row -> row.whole(1) * StrictMath.pow(row.whole(2), -distanceDecay));
    }

    public static Places countries() {
        return read("countries.csv", false, row -> row.decimal(1));
    }

    private static Places read(String file, boolean municipalities, ToDoubleFunction<Table.Row> weight) {
        List<Table.Row> rows = Table.rows(file);
        return new Places(
                rows.stream()
                        .map(row -> municipalities ? Place.municipality(row.text(0)) : Place.country(row.text(0)))
                        .toList(),
                rows.stream().mapToDouble(weight).toArray());
    }

    /** One of the places, by weight. */
    public Place draw(Chance chance) {
        return places.get(chance.index(cumulative));
    }
}
