package nl.buurtpuls.indicator.ledger;

/**
 * Names a page of the ledger.
 *
 * @param area code
 * @param day epoch day
 */
public record PageKey(String area, int day) {

    /** Codes that differ by one digit and days that differ by a month would often meet in a record's own hash. */
    @Override
    public int hashCode() {
        int mixed = area.hashCode() * 0x9E3779B9 + day * 0x85EBCA6B;
        return mixed ^ mixed >>> 15;
    }
}
