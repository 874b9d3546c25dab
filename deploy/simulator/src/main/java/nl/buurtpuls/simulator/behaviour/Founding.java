package nl.buurtpuls.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.BuurtFigures;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.table.PartCourse;
import nl.buurtpuls.simulator.town.Address;
import nl.buurtpuls.simulator.town.Buurt;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;

/** The town on its first day: dwellings, households and running benefits, buurt by buurt, of the published sizes. */
final class Founding {

    /** Persons in one home for the elderly. */
    private static final int CARE_HOME = 40;

    private static final int TRIES = 20;

    private final Town town;
    private final Parameters parameters;
    private final Chance chance;
    private final double scale;
    private final Population population;

    Founding(Town town, Parameters parameters, Chance chance, double scale) {
        this.town = town;
        this.parameters = parameters;
        this.chance = chance;
        this.scale = scale;
        this.population = new Population(town, chance);
    }

    /** Fills a part; its course says with how many. */
    void found(Part part, PartCourse course) {
        double published = 0;
        double publishedChildren = 0;
        for (Buurt buurt : part.buurten()) {
            published += buurt.figures().inhabitants();
            publishedChildren += buurt.figures().children();
        }
        int inhabitantsLeft = course.inhabitants();
        for (Buurt buurt : part.buurten()) {
            BuurtFigures figures = buurt.figures();
            int inhabitants =
                    Math.min(inhabitantsLeft, chance.round(figures.inhabitants() * course.inhabitants() / published));
            if (buurt == part.buurten().get(part.buurten().size() - 1)) {
                inhabitants = inhabitantsLeft;
            }
            inhabitantsLeft -= inhabitants;
            int minors = chance.round(figures.children() * course.minors() / Math.max(1, publishedChildren));
            found(buurt, inhabitants, Math.min(minors, inhabitants), course.householdSize());
        }
    }

    private void found(Buurt buurt, int inhabitants, int minors, double householdSize) {
        BuurtFigures figures = buurt.figures();
        build(buurt, (int) Math.round(figures.dwellings() * scale));
        List<Person> adults = new ArrayList<>();
        int inHomes = Math.min(
                inhabitants - minors,
                chance.round(figures.institutional() * scale + inhabitants * parameters.get("care-homes")));
        int sheltered = Math.min(
                Math.max(0, inhabitants - minors - inHomes),
                chance.round(figures.socialAssistance()
                        * scale
                        * parameters.get("sheltered." + buurt.part().name())));
        sheltered = sheltered > 1 ? sheltered : 0;
        foundInstitutions(buurt, inHomes, sheltered);
        int households = (int) Math.round(inhabitants / householdSize);
        double elderly = Math.max(0.05, figures.elderly() * scale - inHomes)
                / Math.max(1, inhabitants - minors - inHomes - sheltered);
        for (List<Person> members :
                population.households(households, inhabitants - minors - inHomes - sheltered, minors, elderly)) {
            town.found(home(buurt), Household.Kind.PRIVATE, members);
            for (Person member : members) {
                if (!member.isMinor(town.day()) && member.age(town.day()) < Welfare.PENSION_AGE - 2) {
                    adults.add(member);
                }
            }
        }
        grant(
                adults,
                Scheme.SOCIAL_ASSISTANCE,
                figures.socialAssistance() * scale * parameters.get("social-assistance.initial-factor") - sheltered);
        grant(adults, Scheme.DISABILITY, figures.disability() * scale);
        grant(
                adults,
                Scheme.UNEMPLOYMENT,
                figures.unemployment() * scale * parameters.get("unemployment.initial-factor"));
    }

    private void foundInstitutions(Buurt buurt, int inHomes, int sheltered) {
        for (int left = inHomes; left > 0; left -= CARE_HOME) {
            List<Person> members = new ArrayList<>();
            for (int i = 0; i < Math.min(CARE_HOME, left); i++) {
                members.add(population.someone(chance.between(72, 95), Person.Role.MEMBER));
            }
            town.found(town.housing().openPlace(buurt), Household.Kind.CARE, members);
        }
        if (sheltered > 1) {
            List<Person> members = new ArrayList<>();
            for (int i = 0; i < sheltered; i++) {
                members.add(population.someone(chance.between(20, 58), Person.Role.MEMBER));
            }
            town.found(town.housing().openPlace(buurt), Household.Kind.SHELTER, members);
            grant(members, Scheme.SOCIAL_ASSISTANCE, sheltered);
        }
    }

    private Address home(Buurt buurt) {
        double draw = chance.between(0.0, 1.0);
        BuurtFigures figures = buurt.figures();
        Tenure liked = draw < figures.ownerOccupied()
                ? Tenure.OWNER_OCCUPIED
                : draw < figures.ownerOccupied() + figures.housingCorporation()
                        ? Tenure.HOUSING_CORPORATION
                        : Tenure.PRIVATE_RENTAL;
        Address free = buurt.free(liked, chance);
        return free == null ? town.housing().openPlace(buurt) : free;
    }

    private void build(Buurt buurt, int number) {
        BuurtFigures figures = buurt.figures();
        int owned = chance.round(number * figures.ownerOccupied());
        int corporation = Math.min(number - owned, chance.round(number * figures.housingCorporation()));
        for (int i = 0; i < number; i++) {
            long woz = Math.round(figures.wozValue() * chance.between(0.6, 1.4)) * 1_000;
            town.housing()
                    .build(
                            buurt,
                            i < owned
                                    ? Tenure.OWNER_OCCUPIED
                                    : i < owned + corporation ? Tenure.HOUSING_CORPORATION : Tenure.PRIVATE_RENTAL,
                            woz);
        }
    }

    private void grant(List<Person> adults, Scheme scheme, double number) {
        int left = chance.round(Math.max(0, number));
        for (int tries = TRIES * left; left > 0 && tries > 0 && !adults.isEmpty(); tries--) {
            Person person = chance.pick(adults);
            int grownUpFor = town.day() - person.birthday(Person.ADULT);
            if (!person.receives(scheme) && grownUpFor > 0) {
                town.benefits().grant(person, scheme, town.day() - Math.min(grownUpFor, age(scheme)));
                left--;
            }
        }
    }

    /** For how many days a spell has run that runs on the first day. */
    private int age(Scheme scheme) {
        double draw = chance.between(0.0, 1.0);
        double recent = parameters.get("social-assistance.initial.under-2y");
        double middle = recent + parameters.get("social-assistance.initial.2y-to-5y");
        return scheme == Scheme.UNEMPLOYMENT || draw < recent
                ? chance.between(1, 730)
                : draw < middle ? chance.between(730, 1826) : chance.between(1826, 7305);
    }
}
