package nl.buurtpuls.simulator.behaviour;

import java.util.List;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Spell;
import nl.buurtpuls.simulator.town.Town;

/** Benefits start and end, each with a chance a day that depends on age, on means and on how long the spell has lasted. */
final class Welfare implements Daily {

    static final int PENSION_AGE = 67;

    private static final int TWO_YEARS = 730;
    private static final int FIVE_YEARS = 1826;
    /** How much the poverty of the buurt weighs. */
    private static final double POOR_BUURT = 9;

    /** How much less often those come to it whose household is not poor. */
    private static final double RICH = 0.4;

    private static final double PARTNER_TOO = 0.5;

    private final Town town;
    private final Parameters parameters;
    private final Chance chance;
    private final Incomes incomes;
    private final Happening socialAssistance;
    private final Happening disability;
    private final Happening unemployment;

    Welfare(Town town, Parameters parameters, Incomes incomes, Chance chance) {
        this.town = town;
        this.parameters = parameters;
        this.incomes = incomes;
        this.chance = chance;
        this.socialAssistance = new Happening("social-assistance", chance, this::isExposed);
        this.disability = new Happening("disability", chance, person -> true);
        this.unemployment = new Happening("unemployment", chance, person -> true);
    }

    private boolean isExposed(Person person) {
        Household household = person.household();
        double poverty =
                Math.min(1, POOR_BUURT * household.address().buurt().figures().poverty());
        double entered = incomes.areOpen() ? parameters.get("social-assistance.open-books") : 1;
        return !person.hadAssistance() && chance.hits(entered * (household.isPoor() ? poverty : RICH * poverty));
    }

    @Override
    public void live() {
        for (Part part : town.parts()) {
            socialAssistance.today(part.residents(), town.day(), person -> grant(person, Scheme.SOCIAL_ASSISTANCE));
            disability.today(part.residents(), town.day(), person -> grant(person, Scheme.DISABILITY));
            unemployment.today(part.residents(), town.day(), person -> grant(person, Scheme.UNEMPLOYMENT));
        }
        end(Scheme.SOCIAL_ASSISTANCE, parameters.get("social-assistance.end.under-2y"));
        end(Scheme.DISABILITY, parameters.get("disability.end"));
        end(Scheme.UNEMPLOYMENT, parameters.get("unemployment.end"));
        incomes.live();
    }

    /** What those who are about to settle have to live on; whether that is social assistance. */
    boolean drawArrival(List<Person> members, Part part, Place origin) {
        // Who comes from abroad has no right to it for some time.
        boolean onAssistance = origin.country() == null
                && members.get(0).age(town.day()) < PENSION_AGE - 1
                && chance.hits(parameters.get("arrivals.social-assistance." + part.name()));
        boolean poor = onAssistance || chance.hits(parameters.get("arrivals.low-income"));
        members.forEach(member -> member.setPoor(poor));
        return onAssistance;
    }

    /** The benefits with which they settle. */
    void onArrival(List<Person> members, boolean onAssistance) {
        for (Person member : members) {
            if (member.isMinor(town.day())) {
                continue;
            }
            boolean entitled = member.age(town.day()) < PENSION_AGE - 1;
            if (entitled && onAssistance && (member.isHead() || chance.hits(PARTNER_TOO))) {
                grant(member, Scheme.SOCIAL_ASSISTANCE);
            } else if (entitled && chance.hits(parameters.get("arrivals.disability"))) {
                grant(member, Scheme.DISABILITY);
            }
            incomes.noteArrival(member);
        }
    }

    private void grant(Person person, Scheme scheme) {
        if (!person.isMinor(town.day())) {
            town.benefits().grant(person, scheme, town.day());
        }
    }

    /** Draws as many spells as the highest rate would end, and lets off in proportion to a lower one. */
    private void end(Scheme scheme, double highest) {
        int drawn = chance.poisson(town.benefits().running(scheme).size() * highest / Happening.DAYS_PER_YEAR);
        for (int i = 0; i < drawn && !town.benefits().running(scheme).isEmpty(); i++) {
            Spell spell = town.benefits().running(scheme).pick(chance);
            boolean begunToday = spell.start() >= town.day();
            if (!begunToday && chance.hits(rate(spell, highest) / highest)) {
                town.benefits().end(spell, town.day());
            }
        }
    }

    private double rate(Spell spell, double highest) {
        if (spell.scheme() != Scheme.SOCIAL_ASSISTANCE || spell.person().age(town.day()) >= PENSION_AGE) {
            return highest;
        }
        int days = town.day() - spell.start();
        if (days < TWO_YEARS) {
            return highest;
        }
        return parameters.get(days < FIVE_YEARS ? "social-assistance.end.2y-to-5y" : "social-assistance.end.over-5y");
    }
}
