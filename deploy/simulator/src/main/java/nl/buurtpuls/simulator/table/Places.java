package nl.buurtpuls.simulator.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.simulator.chance.Chance;

/** Places that people come from and go to, each with a weight. */
public final class Places {

    private final List<Place> places;
    /** Sum of the weights up to and with each place. */
    private final double[] cumulative;

    private Places(List<Place> places, List<Double> weights) {
        this.places = places;
        this.cumulative = new double[weights.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += weights.get(i);
            cumulative[i] = sum;
        }
    }

    /**
     * Other municipalities, by size and distance.
     *
     * @param from where the distance counts from
     * @param those which may be drawn
     * @param distanceDecay how fast the pull weakens: inhabitants times km to the power of minus this
     */
    public static Places municipalities(String from, Predicate<String> those, double distanceDecay) {
        List<Place> places = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        Municipality here = Municipality.of(from);
        for (Municipality other : Municipality.all()) {
            if (!other.code().equals(from) && those.test(other.code())) {
                places.add(Place.municipality(other.code()));
                // StrictMath gives the same bits on every machine; Math need not.
                weights.add(other.inhabitants() * StrictMath.pow(here.distanceTo(other), -distanceDecay));
            }
        }
        return new Places(places, weights);
    }

    public static Places countries() {
        List<Table.Row> rows = Table.rows("countries.csv");
        return new Places(
                rows.stream().map(row -> Place.country(row.text(0))).toList(),
                rows.stream().map(row -> row.decimal(1)).toList());
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** The sum of the weights. */
    public double weight() {
        return cumulative.length == 0 ? 0 : cumulative[cumulative.length - 1];
    }

    /** One of the places, by weight. */
    public Place draw(Chance chance) {
        return places.get(chance.index(cumulative));
    }
}
