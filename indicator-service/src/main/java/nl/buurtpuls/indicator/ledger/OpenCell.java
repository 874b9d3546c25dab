package nl.buurtpuls.indicator.ledger;

import nl.buurtpuls.contract.indicator.Measure;

/**
 * A cell of a measure whose dimension is open: the other day of a plane. Hardly two events touch the same one, so each
 * is stored by itself.
 *
 * @param area code
 * @param measure what is counted
 * @param dimension any text without {@code |}
 * @param day epoch day
 */
public record OpenCell(String area, Measure measure, String dimension, int day) {

    /** See {@link PageKey#hashCode}. */
    @Override
    public int hashCode() {
        int mixed = area.hashCode() * 0x9E3779B9 + dimension.hashCode() * 0xC2B2AE35 + day * 0x85EBCA6B;
        return (mixed ^ mixed >>> 15) + measure.ordinal();
    }
}
