package nl.buurtpuls.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.simulator.behaviour.Benefits;
import nl.buurtpuls.simulator.behaviour.Daily;
import nl.buurtpuls.simulator.behaviour.Families;
import nl.buurtpuls.simulator.behaviour.Founding;
import nl.buurtpuls.simulator.behaviour.LifeAndDeath;
import nl.buurtpuls.simulator.behaviour.Migration;
import nl.buurtpuls.simulator.behaviour.Removals;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.register.Register;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.town.Town;

/** Makes the town's events, from its baseline to its last day, in order of {@code time}. */
public final class Simulation {

    private Simulation() {}

    public static void run(Settings settings, Consumer<Event> events) {
        Parameters parameters = Parameters.shipped();
        Register register = new Register(settings, events);
        Town town = new Town(register, Chance.of(settings.seed(), "town"), settings.from());
        Founding founding = new Founding(town, parameters, Chance.of(settings.seed(), "founding"), settings.scale());
        founding.found();
        register.openOffice();
        Removals removals = new Removals(town, parameters, Chance.of(settings.seed(), "removals"));
        List<Daily> happenings = List.of(
                new LifeAndDeath(town, Chance.of(settings.seed(), "life and death")),
                new Migration(town, removals, parameters, Chance.of(settings.seed(), "migration"), settings.scale()),
                new Families(town, removals, parameters, Chance.of(settings.seed(), "families")),
                removals,
                new Benefits(town, parameters, Chance.of(settings.seed(), "benefits")));
        for (LocalDate day = settings.from().plusDays(1);
                !day.isAfter(settings.to()) && !register.isClosed();
                day = day.plusDays(1)) {
            town.turnTo(day);
            happenings.forEach(Daily::live);
        }
    }
}
