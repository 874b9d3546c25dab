package nl.buurtpuls.simulator.town;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.simulator.chance.Chance;

/**
 * A set from which one can be drawn at random, all in constant time. Its order depends on what was added and removed
 * alone, never on hash codes.
 */
public final class Pool<T> {

    private final List<T> items = new ArrayList<>();
    private final Map<T, Integer> places = new IdentityHashMap<>();

    public void add(T item) {
        if (places.putIfAbsent(item, items.size()) == null) {
            items.add(item);
        }
    }

    public void remove(T item) {
        Integer place = places.remove(item);
        if (place == null) {
            return;
        }
        T last = items.remove(items.size() - 1);
        if (last != item) {
            items.set(place, last);
            places.put(last, place);
        }
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    public int size() {
        return items.size();
    }

    /** One of them, each as likely. */
    public T pick(Chance chance) {
        return chance.pick(items);
    }

    /** All, in the order of the pool. The pool may change meanwhile. */
    public List<T> snapshot() {
        return List.copyOf(items);
    }
}
