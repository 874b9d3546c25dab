package nl.buurtpuls.simulator.town;

import java.util.List;
import java.util.Map;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.BuurtFigures;

/** The other municipalities: which of them are simulated too, and where people live there. */
public final class Surroundings {

    /** For a municipality of which no buurten are known: one code, as the contract allows. */
    private static final String SOME_BUURT = "0000";

    private final Map<String, List<BuurtFigures>> buurten;

    /** The municipalities that are simulated beside this one, with their buurten. */
    public Surroundings(Map<String, List<BuurtFigures>> buurten) {
        this.buurten = buurten;
    }

    /** Whether lives go on there. */
    public boolean areSimulated(String municipality) {
        return buurten.containsKey(municipality);
    }

    String someBuurt(String municipality, Chance chance) {
        List<BuurtFigures> known = buurten.get(municipality);
        return known == null
                ? "BU" + municipality.substring(2) + SOME_BUURT
                : chance.pick(known).code();
    }
}
