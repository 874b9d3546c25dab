package nl.buurtpuls.simulator.behaviour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Spell;
import nl.buurtpuls.simulator.town.Town;

/**
 * Incomes become known: those of people who settle when they do, those of people on social assistance on 1 September for
 * the year before. While the books are open, of both is only noted whose they are.
 */
public final class Incomes implements Daily {

    private static final double POOR_BELOW_120 = 0.6;
    private static final int ASSESSMENT_MONTH = 9;

    /** An adult who settled on a day. */
    public record Arrival(Person person, int day) {}

    private final Town town;
    private final Parameters parameters;
    private final Chance chance;
    private final List<Arrival> noted = new ArrayList<>();
    private boolean open;

    Incomes(Town town, Parameters parameters, Chance chance) {
        this.town = town;
        this.parameters = parameters;
        this.chance = chance;
    }

    void keepOpen() {
        open = true;
    }

    boolean areOpen() {
        return open;
    }

    /** The adults who settled since the books were opened. */
    public List<Arrival> noted() {
        return List.copyOf(noted);
    }

    void noteArrival(Person person) {
        Arrival arrival = new Arrival(person, town.day());
        if (open) {
            noted.add(arrival);
        } else {
            assess(arrival, town.calendar().today().getYear(), person.isPoor());
        }
    }

    @Override
    public void live() {
        if (!open
                && town.calendar().today().getMonthValue() == ASSESSMENT_MONTH
                && town.calendar().today().getDayOfMonth() == 1
                && !town.calendar().isRepeated()) {
            int year = town.calendar().today().getYear() - 1;
            for (Spell spell : town.benefits().running(Scheme.SOCIAL_ASSISTANCE).snapshot()) {
                assessRecipient(spell.person(), town.day(), year);
            }
        }
    }

    /**
     * Writes down all that was noted.
     *
     * @param poor which of the arrivals had a low income
     */
    public void close(Predicate<Arrival> poor) {
        open = false;
        for (Arrival arrival : noted) {
            assess(arrival, LocalDate.ofEpochDay(arrival.day()).getYear(), poor.test(arrival));
        }
        noted.clear();
    }

    private void assess(Arrival arrival, int year, boolean low) {
        if (low || chance.hits(parameters.get("arrivals.assessed"))) {
            town.assess(arrival.person(), arrival.day(), year, low, low && chance.hits(POOR_BELOW_120));
        }
    }

    /** Who settled in the year itself was assessed then. */
    public void assessRecipient(Person person, int knownOn, int year) {
        int firstOfNext = (int) LocalDate.of(year + 1, 1, 1).toEpochDay();
        boolean lived = person.settledOn() == Person.NEVER
                ? person.birthDay() < firstOfNext
                : person.settledOn() < firstOfNext - 366;
        if (lived && chance.hits(parameters.get("recipients.assessed"))) {
            town.assess(person, knownOn, year, true, true);
        }
    }
}
