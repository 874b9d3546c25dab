package nl.buurtpuls.simulator.behaviour;

import nl.buurtpuls.simulator.town.Town;

/** Counts the minors anew, since birthdays are not followed: each quarter where parts are kept apart, else each year. */
record Census(Town town) implements Daily {

    private static final int QUARTER = 3;
    private static final int YEAR = 12;

    @Override
    public void live() {
        int months = town.parts().size() == 1 ? YEAR : QUARTER;
        if (town.calendar().today().getDayOfMonth() == 2
                && town.calendar().today().getMonthValue() % months == 1) {
            town.parts().forEach(part -> part.countMinors(town.day()));
        }
    }
}
