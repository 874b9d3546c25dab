package nl.buurtpuls.simulator.town;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.register.Register;
import org.jspecify.annotations.Nullable;

/**
 * A municipality on one day. Each method is something that happens on that day: it changes the town, keeps every private
 * household with an adult at its head, and has the register write down what it means for each person.
 */
public final class Town {

    private final String municipality;
    private final String prefix;
    private final Register register;
    private final Calendar calendar;
    private final List<Part> parts;
    private final Surroundings surroundings;
    private final Benefits benefits;
    private final Former former;
    private final Housing housing;
    private final Chance chance;
    private int persons;
    private int households;

    /** A town without inhabitants; {@code chance} is for what happens elsewhere. */
    public Town(
            String municipality,
            Calendar calendar,
            List<Part> parts,
            Surroundings surroundings,
            Register register,
            Chance chance) {
        this.municipality = municipality;
        this.prefix = municipality.substring(2) + "-";
        this.calendar = calendar;
        this.parts = List.copyOf(parts);
        this.surroundings = surroundings;
        this.register = register;
        this.chance = chance;
        this.benefits = new Benefits(municipality, calendar, register);
        this.former = new Former(surroundings, chance);
        this.housing = new Housing(municipality, calendar, register, chance);
    }

    public String municipality() {
        return municipality;
    }

    public Calendar calendar() {
        return calendar;
    }

    /** The day that the town is at, as epoch day. */
    public int day() {
        return calendar.day();
    }

    public List<Part> parts() {
        return Collections.unmodifiableList(parts);
    }

    /** Those who left and could come back. */
    public Former former() {
        return former;
    }

    public Benefits benefits() {
        return benefits;
    }

    /** How many residents there are. */
    public int size() {
        int size = 0;
        for (Part part : parts) {
            size += part.residents().size();
        }
        return size;
    }

    public Housing housing() {
        return housing;
    }

    /** Someone the register does not know yet. */
    public Person person(int birthDay, boolean female, Person.Role role) {
        persons++;
        return new Person("p" + prefix + persons, birthDay, female, role);
    }

    /** Someone who comes back alone heads a household. */
    public void makeHead(Person person) {
        person.role = Person.Role.HEAD;
    }

    /** The baseline: these people live here, as one household. */
    public Household found(Address address, Household.Kind kind, List<Person> members) {
        Household household = household(address, kind);
        for (Person person : members) {
            enter(person, household, true);
            write(Facts.stand(person, municipality, today()));
        }
        return household;
    }

    /** These people settle here, as one household. The known among them return from where they went. */
    public void settle(Address address, List<Person> members, Place origin) {
        Household household = household(address, Household.Kind.PRIVATE);
        members.forEach(person -> settle(person, household, origin));
    }

    /** Someone settles here, in a household that is here already or is being made. */
    public void settle(Person person, Household household, Place origin) {
        boolean known = person.elsewhere != null;
        Place from = known ? former.takeBack(person) : origin;
        String left = from.municipality();
        PartialDate born = PartialDate.of(person.birthDate());
        if (left != null && !known && surroundings.areSimulated(left)) {
            former.writeEarlierLife(person, left, born, calendar, register, nextHousehold());
        }
        enter(person, household, false);
        person.settledOn = day();
        person.origin = from;
        write(Facts.arrival(person, known, municipality, today(), from));
    }

    /** A child is born to her. */
    public void bear(Person mother) {
        Person child = person(day(), chance.hits(0.488), Person.Role.MEMBER);
        Household household = mother.household();
        enter(child, household, false);
        mother.lastChildOn = day();
        write(new EventData.Birth(child.id(), municipality, today(), household.residence()));
    }

    public void die(Person person) {
        Household household = person.household();
        benefits.endAllByDeath(person);
        write(new EventData.Death(person.id(), municipality, today()));
        if (person.home != null) {
            person.home.part().noteDeath();
        }
        exit(person, household);
        settleHead(household);
    }

    /** These members of one household leave the municipality together. */
    public void depart(Household household, List<Person> leavers, Place destination) {
        String receiving = destination.municipality();
        Residence next = receiving == null
                ? household.residence()
                : new Residence(surroundings.someBuurt(receiving, chance), nextHousehold(), null);
        for (Person person : List.copyOf(leavers)) {
            benefits.endAll(person);
            write(Facts.departure(person, municipality, today(), destination, next));
            exit(person, household);
            former.remember(person, destination);
        }
        settleHead(household);
    }

    /** The whole household moves within the municipality. */
    public void move(Household household, Address to) {
        Housing.vacate(household.address);
        Housing.occupy(to);
        Address from = household.address;
        household.address = to;
        for (Person person : household.members()) {
            relocate(person, from, to);
            write(moveWithin(person));
        }
        if (from.buurt().part() != to.buurt().part()) {
            from.buurt().part().addHousehold(-1);
            to.buurt().part().addHousehold(1);
        }
    }

    /** These members, the first as head, become a household of their own elsewhere, or where they are. */
    public Household splitOff(Household household, List<Person> leavers, @Nullable Address to) {
        Household next = household(to == null ? household.address : to, Household.Kind.PRIVATE);
        for (Person person : List.copyOf(leavers)) {
            transfer(person, household, next, next.isEmpty() ? Person.Role.HEAD : Person.Role.MEMBER);
        }
        settleHead(household);
        return next;
    }

    /** The guests join the hosts; of a single host the guests' head becomes the partner. */
    public void join(Household guest, Household host) {
        for (Person person : List.copyOf(guest.members())) {
            boolean couple = person.isHead() && host.isPrivate() && host.partner() == null;
            transfer(person, guest, host, couple ? Person.Role.PARTNER : Person.Role.MEMBER);
        }
        settleHead(guest);
    }

    /** The household's income of a past year becomes known. */
    public void assess(Person person, int knownOn, int year, boolean lowIncome, boolean belowSocialMinimum120) {
        register.write(
                knownOn,
                new EventData.IncomeAssessed(
                        person.id(), municipality, LocalDate.of(year, 1, 1), year, lowIncome, belowSocialMinimum120));
    }

    private Household household(Address address, Household.Kind kind) {
        Housing.occupy(address);
        address.buurt().part().addHousehold(1);
        return new Household(nextHousehold(), kind, address);
    }

    private String nextHousehold() {
        households++;
        return "h" + prefix + households;
    }

    private void enter(Person person, Household household, boolean first) {
        household.add(person);
        household.part().enter(person, household.address.buurt(), day(), first);
    }

    private void exit(Person person, Household household) {
        household.part().exit(person, household.address.buurt(), day());
        household.remove(person);
        person.leftOn = day();
    }

    private void relocate(Person person, Address from, Address to) {
        Part left = from.buurt().part();
        Part entered = to.buurt().part();
        int since = person.inPartSince;
        left.exit(person, from.buurt(), day());
        entered.enter(person, to.buurt(), day(), false);
        if (left == entered) {
            person.inPartSince = since;
        }
    }

    private void transfer(Person person, Household from, Household to, Person.Role role) {
        from.remove(person);
        person.role = role;
        to.add(person);
        relocate(person, from.address, to.address);
        write(
                from.address == to.address
                        ? new EventData.HouseholdChange(person.id(), municipality, today(), to.residence())
                        : moveWithin(person));
    }

    /** After a loss: frees the address, names a new head, or finds the children a home. */
    private void settleHead(Household household) {
        if (household.isEmpty()) {
            Housing.vacate(household.address);
            household.part().addHousehold(-1);
            return;
        }
        if (!household.isPrivate() || household.hasHead()) {
            return;
        }
        Person next = household.partner();
        for (Person member : household.members()) {
            if (next == null && !member.isMinor(day())) {
                next = member;
            }
        }
        if (next != null) {
            household.promote(next);
            return;
        }
        Household guardians = guardians(household);
        List.copyOf(household.members()).forEach(orphan -> transfer(orphan, household, guardians, Person.Role.MEMBER));
        settleHead(household);
    }

    private Household guardians(Household orphans) {
        while (true) {
            Person candidate = orphans.part().residents().pick(chance);
            if (candidate.isHead() && candidate.household() != orphans) {
                return candidate.household();
            }
        }
    }

    private EventData moveWithin(Person person) {
        return new EventData.MoveWithin(
                person.id(), municipality, today(), person.household().residence());
    }

    private LocalDate today() {
        return calendar.today();
    }

    private void write(EventData fact) {
        register.write(day(), fact);
    }
}
