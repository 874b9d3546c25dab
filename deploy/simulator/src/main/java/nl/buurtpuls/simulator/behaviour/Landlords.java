package nl.buurtpuls.simulator.behaviour;

import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Town;

/** Private landlords buy dwellings that stand empty, of housing corporations and of owners who lived in them. */
final class Landlords implements Daily {

    private final Town town;
    private final Chance chance;
    private final double perDay;

    Landlords(Town town, Parameters parameters, Chance chance) {
        this.town = town;
        this.chance = chance;
        double dwellings = 0;
        for (Part part : town.parts()) {
            dwellings += part.households();
        }
        this.perDay = dwellings * parameters.get("landlords") / Happening.DAYS_PER_YEAR;
    }

    @Override
    public void live() {
        for (int sales = chance.poisson(perDay); sales > 0; sales--) {
            Part part = chance.pick(town.parts());
            Tenure from = chance.hits(0.5) ? Tenure.HOUSING_CORPORATION : Tenure.OWNER_OCCUPIED;
            town.housing().sell(chance.pick(part.buurten()), from, Tenure.PRIVATE_RENTAL);
        }
    }
}
