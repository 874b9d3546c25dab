package nl.buurtpuls.indicator.ledger;

/**
 * Names a page of the ledger.
 *
 * @param area code
 * @param day epoch day
 */
public record PageKey(String area, int day) {}
