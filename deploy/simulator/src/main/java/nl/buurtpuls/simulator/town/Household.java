package nl.buurtpuls.simulator.town;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import org.jspecify.annotations.Nullable;

/** Persons who live together at an address. Only {@link Town} changes a household. */
public final class Household {

    /** What holds the members together. */
    public enum Kind {
        PRIVATE,
        /** A home for the elderly. */
        CARE,
        /** Sheltered housing for those who have nowhere to go. */
        SHELTER
    }

    private final String id;
    private final Kind kind;
    private final List<Person> members = new ArrayList<>(2);
    private @Nullable Person head;
    private @Nullable Person partner;
    Address address;

    Household(String id, Kind kind, Address address) {
        this.id = id;
        this.kind = kind;
        this.address = address;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isPrivate() {
        return kind == Kind.PRIVATE;
    }

    public Address address() {
        return address;
    }

    public Part part() {
        return address.buurt().part();
    }

    /** The members, in the order in which they joined. */
    public List<Person> members() {
        return Collections.unmodifiableList(members);
    }

    public int size() {
        return members.size();
    }

    void add(Person person) {
        members.add(person);
        person.household = this;
        note(person, person);
    }

    void remove(Person person) {
        members.remove(person);
        person.household = null;
        note(person, null);
    }

    /** A member becomes the head. */
    void promote(Person person) {
        note(person, null);
        person.role = Person.Role.HEAD;
        head = person;
    }

    private void note(Person person, @Nullable Person now) {
        if (person.role == Person.Role.HEAD) {
            head = now;
        } else if (person.role == Person.Role.PARTNER) {
            partner = now;
        }
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** The head's partner. */
    public @Nullable Person partner() {
        return partner;
    }

    boolean hasHead() {
        return head != null;
    }

    /** Whether a minor is among the members. */
    public boolean hasMinors(int day) {
        for (Person member : members) {
            if (member.isMinor(day)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the household has little to spend, as far as it shows. */
    public boolean isPoor() {
        for (Person member : members) {
            if (member.isPoor() || member.receives(Scheme.SOCIAL_ASSISTANCE)) {
                return true;
            }
        }
        return false;
    }

    /** What the register has as the address of each member. */
    Residence residence() {
        return new Residence(address.buurt().figures().code(), id, address.dwelling());
    }
}
