package nl.buurtpuls.indicator.ledger;

import nl.buurtpuls.contract.indicator.Measure;

/**
 * Where an entry is posted.
 *
 * @param area code
 * @param measure what is counted
 * @param dimension {@link Measure#TOTAL} for none; for a two-dimensional measure the other day
 * @param day epoch day
 */
public record Cell(String area, Measure measure, String dimension, int day) {

    /** Cells are hashed many times an event, and the hash that a record makes for itself is slow. */
    @Override
    public int hashCode() {
        return ((area.hashCode() * 31 + measure.ordinal()) * 31 + dimension.hashCode()) * 31 + day;
    }
}
