package nl.buurtpuls.simulator.behaviour;

import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.register.Register;
import nl.buurtpuls.simulator.table.Places;
import nl.buurtpuls.simulator.town.Former;
import nl.buurtpuls.simulator.town.Town;

/** How the lives of those go on who left for a municipality that is simulated too: they move, and they die. */
final class Elsewhere implements Daily {

    private final Town town;
    private final Register register;
    private final Places municipalities;
    private final Chance chance;
    private final Happening death;
    private final Happening move;
    private final Happening moveOn;

    /** {@code municipalities} are those that they can move on to. */
    Elsewhere(Town town, Register register, Places municipalities, Chance chance) {
        this.town = town;
        this.register = register;
        this.municipalities = municipalities;
        this.chance = chance;
        this.death = new Happening("mortality", chance, person -> true);
        this.move = new Happening("moving-within", chance, person -> true);
        this.moveOn = new Happening("moving-away", chance, person -> true);
    }

    @Override
    public void live() {
        Former former = town.former();
        if (former.nearby().isEmpty()) {
            return;
        }
        int day = town.day();
        death.today(former.nearby(), day, person -> former.die(person, town.calendar(), register));
        move.today(former.nearby(), day, person -> former.moveWithin(person, town.calendar(), register));
        moveOn.today(
                former.nearby(),
                day,
                person -> former.moveOn(person, municipalities.draw(chance), town.calendar(), register));
    }
}
