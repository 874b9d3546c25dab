package nl.buurtpuls.simulator.town;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.simulator.chance.Chance;

/**
 * A set from which one can be drawn at random, all in constant time. Its order depends on what was added and removed
 * alone. An item is in one pool at a time and knows its place in it, so that no map is needed.
 */
public final class Pool<T extends Pool.Item> {

    /** What can be in a pool. */
    public abstract static class Item {
        private static final int NOWHERE = -1;

        private int place = NOWHERE;
    }

    private final List<T> items = new ArrayList<>();

    /** Adds an item that is in no pool. */
    public void add(T item) {
        Item entry = item;
        entry.place = items.size();
        items.add(item);
    }

    /** Takes an item out of this pool, which it is in. */
    public void remove(T item) {
        Item entry = item;
        T last = items.remove(items.size() - 1);
        if (last != item) {
            Item mover = last;
            items.set(entry.place, last);
            mover.place = entry.place;
        }
        entry.place = Item.NOWHERE;
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

    /** All, in the order of the pool, which must not change meanwhile. */
    public Iterable<T> all() {
        return items;
    }
}
