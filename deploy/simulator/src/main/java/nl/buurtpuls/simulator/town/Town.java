package nl.buurtpuls.simulator.town;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.register.Register;
import nl.buurtpuls.simulator.table.Buurt;
import org.jspecify.annotations.Nullable;

/**
 * The town on one day. Each method is something that happens on that day: it changes the town, keeps every household with
 * an adult at its head, and has the register write down what it means for each person.
 */
public final class Town {

    public static final String MUNICIPALITY = "GM0917";

    /** The simulator knows no buurten of other municipalities: it uses one code, as the contract allows. */
    private static final String SOME_BUURT = "0000";

    private static final int ADULT = 18;
    /** How many of those who left are remembered: who can come back. */
    private static final int REMEMBERED = 5000;

    private final Register register;
    private final Chance chance;
    private final Housing housing = new Housing();
    private final Pool<Person> residents = new Pool<>();
    private final Pool<Person> former = new Pool<>();
    private final Map<Scheme, Pool<Person>> recipients = new EnumMap<>(Scheme.class);
    private LocalDate today;
    private int persons;
    private int households;
    private int benefits;

    public Town(Register register, Chance chance, LocalDate firstDay) {
        this.register = register;
        this.chance = chance;
        this.today = firstDay;
        for (Scheme scheme : Scheme.values()) {
            recipients.put(scheme, new Pool<>());
        }
    }

    /** Goes on to a later day. */
    public void turnTo(LocalDate day) {
        today = day;
    }

    public LocalDate today() {
        return today;
    }

    public long epochDay() {
        return today.toEpochDay();
    }

    public Pool<Person> residents() {
        return residents;
    }

    /** Those who left and could come back. */
    public Pool<Person> former() {
        return former;
    }

    public Pool<Person> recipients(Scheme scheme) {
        return recipients.getOrDefault(scheme, residents);
    }

    public Housing housing() {
        return housing;
    }

    /** A dwelling is there from today on; {@code wozValue} in EUR. */
    public Address build(Buurt buurt, Tenure tenure, int room, long wozValue) {
        Address address = housing.addDwelling(buurt, tenure, room);
        String name = String.valueOf(address.dwelling());
        write(new EventData.DwellingRegistered(name, MUNICIPALITY, today, buurt.code(), tenure, wozValue));
        return address;
    }

    /** A room or a place in an institution, which no register has. */
    public Address openPlace(Buurt buurt) {
        return housing.addPlace(buurt);
    }

    /** Someone the register does not know yet. */
    public Person person(LocalDate birthDate, boolean female, Person.Role role) {
        persons++;
        return new Person("p-%06d".formatted(persons), birthDate.toEpochDay(), female, role);
    }

    /** Someone who comes back alone heads a household. */
    public void makeHead(Person person) {
        person.role = Person.Role.HEAD;
    }

    /** The baseline: these people live here, as one household. */
    public void found(Address address, List<Person> members) {
        Household household = household(address);
        for (Person person : members) {
            enter(person, household);
            write(new EventData.Stand(
                    person.id(), MUNICIPALITY, today, birthDate(person), household.residence(), null));
        }
    }

    /** These people settle here, as one household. The known among them return from where they went. */
    public void settle(Address address, List<Person> members, Place origin) {
        Household household = household(address);
        for (Person person : members) {
            Place from = person.elsewhere == null ? origin : person.elsewhere;
            boolean known = person.elsewhere != null;
            person.elsewhere = null;
            former.remove(person);
            enter(person, household);
            person.settledOn = epochDay();
            Residence residence = household.residence();
            PartialDate birthDate = birthDate(person);
            write(
                    from.municipality() != null
                            ? new EventData.IntermunicipalMove(
                                    person.id(), MUNICIPALITY, today, birthDate, residence, from)
                            : known
                                    ? new EventData.ReturnFromAbroad(
                                            person.id(), MUNICIPALITY, today, birthDate, residence, from)
                                    : new EventData.Immigration(
                                            person.id(), MUNICIPALITY, today, birthDate, residence, from));
        }
    }

    /** A child is born to her. */
    public void bear(Person mother) {
        Person child = person(today, chance.hits(0.488), Person.Role.CHILD);
        enter(child, mother.household());
        mother.lastChildOn = epochDay();
        write(new EventData.Birth(
                child.id(), MUNICIPALITY, today, mother.household().residence()));
    }

    public void die(Person person) {
        Household household = person.household();
        // Death ends the benefits: no end is sent.
        person.benefits().keySet().forEach(scheme -> recipients(scheme).remove(person));
        person.benefits().clear();
        write(new EventData.Death(person.id(), MUNICIPALITY, today));
        exit(person, household);
        settleHead(household);
    }

    /** These members of one household leave the municipality together. */
    public void depart(Household household, List<Person> leavers, Place destination) {
        String municipality = destination.municipality();
        String nextHousehold = nextHousehold();
        for (Person person : List.copyOf(leavers)) {
            for (Scheme scheme : List.copyOf(person.benefits().keySet())) {
                end(person, scheme);
            }
            write(
                    municipality == null
                            ? new EventData.Emigration(person.id(), MUNICIPALITY, today, destination)
                            : new EventData.IntermunicipalMove(
                                    person.id(),
                                    municipality,
                                    today,
                                    birthDate(person),
                                    new Residence("BU" + municipality.substring(2) + SOME_BUURT, nextHousehold, null),
                                    Place.municipality(MUNICIPALITY)));
            exit(person, household);
            person.elsewhere = destination;
            remember(person);
        }
        settleHead(household);
    }

    /** The whole household moves within the municipality. */
    public void move(Household household, Address to) {
        housing.leave(household.address);
        housing.occupy(to);
        household.address = to;
        household.lodgesWith = null;
        household.members().forEach(person -> write(moveWithin(person)));
    }

    /** The household moves in with another, as a household of its own for the time being. */
    public void lodge(Household guest, Household host) {
        move(guest, host.address);
        guest.lodgesWith = host;
    }

    /** These members, the first as head, become a household of their own elsewhere, or where they are. */
    public void splitOff(Household household, List<Person> leavers, @Nullable Address to) {
        Address address = to == null ? household.address : to;
        Household next = household(address);
        for (Person person : List.copyOf(leavers)) {
            household.remove(person);
            person.role = next.isEmpty() ? Person.Role.HEAD : Person.Role.CHILD;
            next.add(person);
            write(to == null ? householdChange(person) : moveWithin(person));
        }
        settleHead(household);
    }

    /** The guests and their children join the hosts: their head becomes the head's partner. */
    public void join(Household guest, Household host) {
        for (Person person : List.copyOf(guest.members())) {
            person.role = person.isHead() ? Person.Role.PARTNER : Person.Role.CHILD;
            transfer(person, host);
        }
        settleHead(guest);
    }

    /** A benefit starts; {@code since} may lie in the past. */
    public void grant(Person person, Scheme scheme, LocalDate since) {
        if (person.receives(scheme)) {
            return;
        }
        benefits++;
        Benefit benefit = new Benefit("b-" + benefits, since.toEpochDay());
        person.benefits().put(scheme, benefit);
        recipients(scheme).add(person);
        write(new EventData.BenefitGranted(person.id(), MUNICIPALITY, since, scheme, benefit.name()));
    }

    /** A running benefit ends: today is the first day without. */
    public void end(Person person, Scheme scheme) {
        Benefit benefit = person.benefits().remove(scheme);
        if (benefit != null) {
            recipients(scheme).remove(person);
            write(new EventData.BenefitEnded(person.id(), MUNICIPALITY, today, scheme, benefit.name()));
        }
    }

    /** The household's income of a past year becomes known. */
    public void assess(Person person, int year, boolean lowIncome, boolean belowSocialMinimum120) {
        write(new EventData.IncomeAssessed(
                person.id(), MUNICIPALITY, LocalDate.of(year, 1, 1), year, lowIncome, belowSocialMinimum120));
    }

    private Household household(Address address) {
        housing.occupy(address);
        return new Household(nextHousehold(), address);
    }

    private String nextHousehold() {
        households++;
        return "h-" + households;
    }

    private void enter(Person person, Household household) {
        household.add(person);
        residents.add(person);
    }

    private void exit(Person person, Household household) {
        household.remove(person);
        residents.remove(person);
    }

    private void remember(Person person) {
        if (former.size() >= REMEMBERED) {
            former.remove(former.pick(chance));
        }
        former.add(person);
    }

    private void transfer(Person person, Household to) {
        Household from = person.household();
        boolean sameAddress = from.address == to.address;
        from.remove(person);
        to.add(person);
        write(sameAddress ? householdChange(person) : moveWithin(person));
    }

    /** After a loss: frees the address, names a new head, or finds the children a home. */
    private void settleHead(Household household) {
        if (household.isEmpty()) {
            housing.leave(household.address);
            return;
        }
        if (household.inRole(Person.Role.HEAD) != null) {
            return;
        }
        Person next = household.partner();
        for (Person member : household.members()) {
            if (next == null && member.age(epochDay()) >= ADULT) {
                next = member;
            }
        }
        if (next != null) {
            next.role = Person.Role.HEAD;
            return;
        }
        Household guardians = guardians(household);
        List.copyOf(household.members()).forEach(orphan -> transfer(orphan, guardians));
        housing.leave(household.address);
    }

    private Household guardians(Household orphans) {
        while (true) {
            Person candidate = residents.pick(chance);
            if (candidate.isHead() && candidate.household() != orphans) {
                return candidate.household();
            }
        }
    }

    private EventData moveWithin(Person person) {
        return new EventData.MoveWithin(
                person.id(), MUNICIPALITY, today, person.household().residence());
    }

    private EventData householdChange(Person person) {
        return new EventData.HouseholdChange(
                person.id(), MUNICIPALITY, today, person.household().residence());
    }

    private static PartialDate birthDate(Person person) {
        return PartialDate.of(person.birthDate());
    }

    private void write(EventData fact) {
        register.write(today, fact);
    }
}
