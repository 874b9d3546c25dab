package nl.buurtpuls.simulator.calibration;

import java.time.LocalDate;
import java.util.Set;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.simulator.behaviour.Incomes;
import nl.buurtpuls.simulator.behaviour.Incomes.Arrival;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Spell;
import nl.buurtpuls.simulator.town.Town;

/**
 * The step between life and register, on the reference date: corrects benefits in the books that are still open until the
 * targets come out, then closes them. Which people live where is not touched: that took the planned course day by day.
 */
public final class Calibration {

    private static final int ASSESSMENT_MONTH = 9;

    private final Town town;
    private final Incomes incomes;
    private final Chance chance;

    public Calibration(Town town, Incomes incomes, Chance chance) {
        this.town = town;
        this.incomes = incomes;
        this.chance = chance;
    }

    /**
     * @throws IllegalStateException naming the targets that could not be met
     */
    public void run() {
        new Resolution(town, chance).refine();
        Set<Person> recipients = new Recipients(town, chance).correct();
        Settlers settlers = new Settlers(town, incomes.noted(), chance);
        settlers.correct(Scheme.SOCIAL_ASSISTANCE, recipients);
        settlers.correct(Scheme.DISABILITY, Set.of());
        Set<Arrival> poor = settlers.poor();
        assessRecipients();
        LocalDate first = town.calendar().first();
        town.benefits().closeBooks((int) first.toEpochDay());
        incomes.close(arrival -> settlers.has(arrival)
                ? poor.contains(arrival)
                : arrival.person().isPoor());
    }

    /** The yearly assessments that were put off. */
    private void assessRecipients() {
        int firstYear = town.calendar().first().getYear() + 1;
        for (int year = firstYear; year <= town.calendar().today().getYear(); year++) {
            int day = (int) LocalDate.of(year, ASSESSMENT_MONTH, 1).toEpochDay();
            for (Spell spell : town.benefits().inOpenBooks()) {
                boolean runs = spell.scheme() == Scheme.SOCIAL_ASSISTANCE && spell.start() <= day && spell.end() > day;
                if (runs && day <= town.day()) {
                    incomes.assessRecipient(spell.person(), day, year - 1);
                }
            }
        }
    }
}
