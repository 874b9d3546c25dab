package nl.buurtpuls.simulator.behaviour;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Buurt;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.town.Address;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;

/** The town on its first day: dwellings, households and running benefits, buurt by buurt, of the published sizes. */
public final class Founding {

    /** Children under 18 for each under 15. */
    private static final double UNDER_18 = 1.23;

    private static final double FAMILIES_WITH_TWO_PARENTS = 0.72;
    private static final double ELDERLY_COUPLES = 0.45;
    private static final double COUPLES = 0.36;

    private final Town town;
    private final Parameters parameters;
    private final Chance chance;
    private final double scale;

    public Founding(Town town, Parameters parameters, Chance chance, double scale) {
        this.town = town;
        this.parameters = parameters;
        this.chance = chance;
        this.scale = scale;
    }

    public void found() {
        List<Buurt> buurten = Buurt.heerlen();
        double published = buurten.stream().mapToInt(Buurt::inhabitants).sum();
        double factor = parameters.get("inhabitants") * scale / published;
        buurten.forEach(buurt -> found(buurt, factor));
    }

    private void found(Buurt buurt, double factor) {
        List<Address> dwellings = dwellings(buurt, chance.round(buurt.dwellings() * scale));
        List<Person> adults = new ArrayList<>();
        int inhabitants = chance.round(buurt.inhabitants() * factor);
        int institutional = Math.min(inhabitants, chance.round(buurt.institutional() * factor));
        for (int i = 0; i < institutional; i++) {
            town.found(town.openPlace(buurt), List.of(someone(chance.between(70, 97), Person.Role.HEAD)));
        }
        int left = inhabitants - institutional;
        int children = chance.round(buurt.children() * factor * UNDER_18);
        int elderly = Math.max(0, chance.round(buurt.elderly() * factor) - institutional);
        int next = 0;
        while (left > 0) {
            List<Person> members = household(left, children, elderly);
            for (Person member : members) {
                boolean child = member.role() == Person.Role.CHILD;
                children -= child ? 1 : 0;
                elderly -= member.age(town.epochDay()) >= 65 ? 1 : 0;
                if (!child && member.age(town.epochDay()) < 65) {
                    adults.add(member);
                }
            }
            left -= members.size();
            town.found(next < dwellings.size() ? dwellings.get(next) : town.openPlace(buurt), members);
            next++;
        }
        benefits(buurt, adults);
    }

    private List<Address> dwellings(Buurt buurt, int count) {
        List<Address> dwellings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double draw = chance.between(0.0, 1.0);
            Tenure tenure = draw < buurt.ownerOccupied()
                    ? Tenure.OWNER_OCCUPIED
                    : draw < buurt.ownerOccupied() + buurt.housingCorporation()
                            ? Tenure.HOUSING_CORPORATION
                            : Tenure.PRIVATE_RENTAL;
            long woz = Math.round(buurt.wozValue() * chance.between(0.6, 1.4)) * 1_000;
            dwellings.add(town.build(buurt, tenure, chance.between(1, 6), woz));
        }
        return dwellings;
    }

    /** The next household, of the kind that the buurt still lacks most. */
    private List<Person> household(int left, int children, int elderly) {
        List<Person> members = new ArrayList<>();
        if (children > 0 && left > 1 && chance.hits(Math.min(1, 1.5 * children / left))) {
            int age = chance.between(23, 50);
            members.add(someone(age, Person.Role.HEAD));
            int number = Math.min(children, chance.between(1, 4));
            if (left > 1 + number && chance.hits(FAMILIES_WITH_TWO_PARENTS)) {
                members.add(someone(Math.max(20, age + chance.between(-5, 6)), Person.Role.PARTNER));
            }
            for (int i = 0; i < number && members.size() < left; i++) {
                members.add(someone(chance.between(0, Math.min(18, age - 19)), Person.Role.CHILD));
            }
            return members;
        }
        boolean old = elderly > 0 && chance.hits(Math.min(1, (double) elderly / Math.max(1, left - children)));
        int age = old ? chance.between(65, 92) : chance.between(20, 65);
        members.add(someone(age, Person.Role.HEAD));
        if (left > 1 && chance.hits(old ? ELDERLY_COUPLES : COUPLES)) {
            members.add(someone(Math.max(20, age + chance.between(-5, 6)), Person.Role.PARTNER));
        }
        return members;
    }

    private Person someone(int age, Person.Role role) {
        LocalDate born = town.today().minusYears(age).minusDays(chance.between(0, 365));
        return town.person(born, chance.hits(0.5), role);
    }

    private void benefits(Buurt buurt, List<Person> adults) {
        double recipients = buurt.socialAssistance() * parameters.get("recipients.initial-factor");
        grant(adults, Scheme.SOCIAL_ASSISTANCE, recipients);
        grant(adults, Scheme.DISABILITY, buurt.disability());
        grant(adults, Scheme.UNEMPLOYMENT, buurt.unemployment() * parameters.get("unemployment.initial-factor"));
    }

    private void grant(List<Person> adults, Scheme scheme, double number) {
        for (int left = chance.round(number * scale); left > 0 && !adults.isEmpty(); left--) {
            Person person = chance.pick(adults);
            long grownUpFor = person.age(town.epochDay()) - 18L;
            if (!person.receives(scheme) && grownUpFor > 0) {
                town.grant(person, scheme, since(scheme, grownUpFor));
            }
        }
    }

    /** The first day of a spell that runs on the first day, no earlier than the person came of age. */
    private LocalDate since(Scheme scheme, long grownUpFor) {
        double draw = chance.between(0.0, 1.0);
        double recent = parameters.get("social-assistance.initial.under-2y");
        double middle = recent + parameters.get("social-assistance.initial.2y-to-5y");
        int days = scheme == Scheme.UNEMPLOYMENT || draw < recent
                ? chance.between(1, 730)
                : draw < middle ? chance.between(730, 1826) : chance.between(1826, 7305);
        return town.today().minusDays(Math.min(days, grownUpFor * 365));
    }
}
