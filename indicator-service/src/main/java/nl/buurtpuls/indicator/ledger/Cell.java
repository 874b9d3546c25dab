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
public record Cell(String area, Measure measure, String dimension, int day) {}
