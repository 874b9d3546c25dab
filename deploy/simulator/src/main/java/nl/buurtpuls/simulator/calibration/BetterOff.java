package nl.buurtpuls.simulator.calibration;

import java.util.OptionalDouble;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.simulator.table.Municipality;

/** Which municipalities have a positive SES-WOA score; where the area table has no score, incomes stand in for it. */
final class BetterOff {

    private BetterOff() {}

    static boolean is(AreaTable areas, String municipality) {
        OptionalDouble score = areas.sesWoa(municipality);
        return score.isPresent()
                ? score.getAsDouble() > 0
                : Municipality.of(municipality).isBetterOff();
    }
}
