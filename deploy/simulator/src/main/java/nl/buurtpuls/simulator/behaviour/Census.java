package nl.buurtpuls.simulator.behaviour;

import nl.buurtpuls.simulator.town.Town;

/** Counts the minors anew each quarter, since birthdays are not followed. */
record Census(Town town) implements Daily {

    private static final int QUARTER = 3;

    @Override
    public void live() {
        if (town.calendar().today().getDayOfMonth() == 2
                && town.calendar().today().getMonthValue() % QUARTER == 1) {
            town.parts().forEach(part -> part.countMinors(town.day()));
        }
    }
}
