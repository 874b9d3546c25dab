package nl.buurtpuls.simulator.town;

import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Buurt;
import org.jspecify.annotations.Nullable;

/** The addresses of the town and which of them are free. */
public final class Housing {

    /** How many free addresses a seeker looks at before taking the best. */
    private static final int VIEWINGS = 6;

    private static final int ELDERLY = 75;

    private final Pool<Address> all = new Pool<>();
    private final Pool<Address> free = new Pool<>();
    private int dwellings;

    Address addDwelling(Buurt buurt, Tenure tenure, int room) {
        dwellings++;
        return add(new Address("d-" + dwellings, buurt, tenure, room));
    }

    Address addPlace(Buurt buurt) {
        return add(new Address(null, buurt, Tenure.UNKNOWN, 1));
    }

    private Address add(Address address) {
        all.add(address);
        free.add(address);
        return address;
    }

    void occupy(Address address) {
        address.households++;
        free.remove(address);
    }

    void leave(Address address) {
        address.households--;
        if (address.households == 0) {
            free.add(address);
        }
    }

    public int size() {
        return all.size();
    }

    public int free() {
        return free.size();
    }

    /** Some address of the town, free or not. */
    public Address any(Chance chance) {
        return all.pick(chance);
    }

    /**
     * A free address that suits well enough, or {@code null} if none is free.
     *
     * @param persons how many seek
     * @param poor whether they have little to spend
     * @param age of the eldest
     */
    public @Nullable Address find(Chance chance, int persons, boolean poor, int age) {
        Address best = null;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < VIEWINGS && !free.isEmpty(); i++) {
            Address seen = free.pick(chance);
            double drawback = drawback(seen, persons, poor, age);
            if (drawback < least) {
                best = seen;
                least = drawback;
            }
        }
        return best;
    }

    private static double drawback(Address address, int persons, boolean poor, int age) {
        double drawback = Math.abs(address.room() - persons);
        if (address.dwelling() == null) {
            return drawback + (persons > 1 ? 9 : age >= ELDERLY ? 0 : 1.5);
        }
        return drawback
                + switch (address.tenure()) {
                    case OWNER_OCCUPIED -> poor ? 2.5 : 0;
                    case HOUSING_CORPORATION -> poor ? 0 : 1;
                    case PRIVATE_RENTAL, UNKNOWN -> 0.5;
                };
    }
}
