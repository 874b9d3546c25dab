package nl.buurtpuls.simulator.behaviour;

import java.time.Month;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.town.Benefit;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;

/** Benefits start and end; once a year incomes become known. */
public final class Benefits implements Daily {

    private static final double DAYS_PER_YEAR = 365.25;
    private static final int PENSION_AGE = 67;
    private static final int TWO_YEARS = 730;
    private static final int FIVE_YEARS = 1826;
    /** How much rarer social assistance starts where nobody has a low income or lives in a poor buurt. */
    private static final double WELL_OFF = 0.45;

    private final Town town;
    private final Parameters parameters;
    private final Chance chance;
    private final Happening socialAssistance;
    private final Happening disability;
    private final Happening unemployment;

    public Benefits(Town town, Parameters parameters, Chance chance) {
        this.town = town;
        this.parameters = parameters;
        this.chance = chance;
        this.socialAssistance = new Happening(
                "social-assistance", town, chance, person -> person.role() != Person.Role.CHILD && isExposed(person));
        this.disability = new Happening("disability", town, chance, person -> true);
        this.unemployment = new Happening("unemployment", town, chance, person -> true);
    }

    private boolean isExposed(Person person) {
        Household household = person.household();
        double poverty = household.address().buurt().poverty() * 12;
        return chance.hits(household.isPoor() ? 1 : Math.min(1, WELL_OFF * poverty));
    }

    @Override
    public void live() {
        socialAssistance.today(person -> town.grant(person, Scheme.SOCIAL_ASSISTANCE, town.today()));
        disability.today(person -> town.grant(person, Scheme.DISABILITY, town.today()));
        unemployment.today(person -> town.grant(person, Scheme.UNEMPLOYMENT, town.today()));
        end(Scheme.SOCIAL_ASSISTANCE, parameters.get("social-assistance.end.under-2y"));
        end(Scheme.DISABILITY, parameters.get("disability.end"));
        end(Scheme.UNEMPLOYMENT, parameters.get("unemployment.end"));
        if (town.today().getMonth() == Month.SEPTEMBER && town.today().getDayOfMonth() == 1) {
            assessRecipients();
        }
    }

    /** Draws as many spells as the highest rate would end, and lets off in proportion to a lower one. */
    private void end(Scheme scheme, double highest) {
        int drawn = chance.poisson(town.recipients(scheme).size() * highest / DAYS_PER_YEAR);
        for (int i = 0; i < drawn && !town.recipients(scheme).isEmpty(); i++) {
            Person person = town.recipients(scheme).pick(chance);
            if (chance.hits(rate(person, scheme, highest) / highest)) {
                town.end(person, scheme);
            }
        }
    }

    private double rate(Person person, Scheme scheme, double highest) {
        Benefit benefit = person.benefit(scheme);
        if (person.age(town.epochDay()) >= PENSION_AGE) {
            return highest;
        }
        if (scheme != Scheme.SOCIAL_ASSISTANCE || benefit == null) {
            return highest;
        }
        long days = town.epochDay() - benefit.since();
        if (days < TWO_YEARS) {
            return highest;
        }
        return parameters.get(days < FIVE_YEARS ? "social-assistance.end.2y-to-5y" : "social-assistance.end.over-5y");
    }

    private void assessRecipients() {
        int year = town.today().getYear() - 1;
        for (Person person : town.recipients(Scheme.SOCIAL_ASSISTANCE).snapshot()) {
            if (chance.hits(parameters.get("recipients.assessed"))) {
                town.assess(person, year, true, true);
            }
        }
    }
}
