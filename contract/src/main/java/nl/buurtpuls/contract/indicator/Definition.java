package nl.buurtpuls.contract.indicator;

import java.util.List;

/**
 * What a figure means, for its readers.
 *
 * @param id name without a window
 * @param kind how it relates to time
 * @param unit what its value is measured in
 * @param label short name
 * @param meaning one sentence
 * @param formula over the measures of the ledger
 * @param windows the windows it can be had over; empty for a stock
 * @param source the registers it comes from
 */
public record Definition(
        String id, Kind kind, Unit unit, Text label, Text meaning, String formula, List<Window> windows, Text source) {

    /** How a figure relates to time. */
    public enum Kind {
        STOCK("stock"),
        FLOW("flow");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** What a value is measured in. */
    public enum Unit {
        PERSONS("persons"),
        HOUSEHOLDS("households"),
        MOVES("moves"),
        DWELLINGS("dwellings"),
        EUR("EUR"),
        /** Part of one: 0.12 is 12%. */
        SHARE("share"),
        /** A ratio or an index without unit. */
        NUMBER("number"),
        /** Moves per resident over the window. */
        RATE("moves per resident");

        private final String code;

        Unit(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
