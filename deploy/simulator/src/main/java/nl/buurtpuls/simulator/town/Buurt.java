package nl.buurtpuls.simulator.town;

import java.util.EnumMap;
import java.util.Map;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.BuurtFigures;
import org.jspecify.annotations.Nullable;

/** A buurt as it is on a day: who lives there and which dwellings are free. */
public final class Buurt {

    /** How much the number of children weighs in where a family wants to live. */
    private static final double FAMILIES = 0.3;
    /** No buurt is taken to have fewer children, against its inhabitants. */
    private static final double FEWEST = 0.06;

    private final BuurtFigures figures;
    private final Part part;
    private final Map<Tenure, Pool<Address>> free = new EnumMap<>(Tenure.class);
    private int residents;
    private int founded;
    private int stayers;
    private int minors;

    Buurt(BuurtFigures figures, Part part) {
        this.figures = figures;
        this.part = part;
        for (Tenure tenure : Tenure.values()) {
            free.put(tenure, new Pool<>());
        }
    }

    public BuurtFigures figures() {
        return figures;
    }

    public Part part() {
        return part;
    }

    public int residents() {
        return residents;
    }

    /** Those who lived here on the first day. */
    public int founded() {
        return founded;
    }

    /** Those of them who live here now. */
    public int stayers() {
        return stayers;
    }

    void enter(Person person, int day, boolean first) {
        residents++;
        minors += person.isMinor(day) ? 1 : 0;
        if (first) {
            founded++;
            person.home = this;
        }
        if (person.home == this) {
            stayers++;
        }
    }

    void exit(Person person, int day) {
        residents--;
        minors -= person.isMinor(day) ? 1 : 0;
        if (person.home == this) {
            stayers--;
        }
    }

    /** How full it is against its published size; for a family also how many minors it has against those published. */
    double fullness(boolean family) {
        double full = residents / Math.max(1.0, figures.later());
        double young = Math.min(2, minors / Math.max(1.0, Math.max(figures.children(), FEWEST * figures.later())));
        return full + (family ? FAMILIES : -FAMILIES) * young;
    }

    void forgetMinors() {
        minors = 0;
    }

    void countMinor() {
        minors++;
    }

    Pool<Address> free(Tenure tenure) {
        return free.getOrDefault(tenure, new Pool<>());
    }

    /** A free dwelling, of the tenure named if there is one; {@code null} if none is free. */
    public @Nullable Address free(Tenure liked, Chance chance) {
        Pool<Address> first = free(liked);
        if (!first.isEmpty()) {
            return first.pick(chance);
        }
        for (Pool<Address> pool : free.values()) {
            if (!pool.isEmpty()) {
                return pool.pick(chance);
            }
        }
        return null;
    }
}
