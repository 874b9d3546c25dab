package nl.buurtpuls.indicator.ledger;

import java.util.HashMap;
import java.util.Map;

/**
 * What one event changes: the entries after it less those before it. What did not change cancels out, so the posting
 * holds the difference alone.
 */
public final class Posting {

    private final Map<Cell, Long> changes = new HashMap<>();

    /** Where to book what is no longer so. */
    public Book before() {
        return (area, measure, dimension, day, n) -> add(new Cell(area, measure, dimension, day), -n);
    }

    /** Where to book what is so now. */
    public Book after() {
        return (area, measure, dimension, day, n) -> add(new Cell(area, measure, dimension, day), n);
    }

    private void add(Cell cell, long n) {
        changes.merge(cell, n, (a, b) -> a + b == 0 ? null : a + b);
    }

    /** The cells that change, and by how much; never by 0. */
    public Map<Cell, Long> changes() {
        return changes;
    }
}
