package nl.buurtpuls.simulator.town;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import org.jspecify.annotations.Nullable;

/** Persons who live together at an address. Only {@link Town} changes a household. */
public final class Household {

    private final String id;
    private final List<Person> members = new ArrayList<>();
    Address address;

    @Nullable
    Household lodgesWith;

    Household(String id, Address address) {
        this.id = id;
        this.address = address;
    }

    public Address address() {
        return address;
    }

    /** The members, in the order in which they joined. */
    public List<Person> members() {
        return Collections.unmodifiableList(members);
    }

    void add(Person person) {
        members.add(person);
        person.household = this;
    }

    void remove(Person person) {
        members.remove(person);
        person.household = null;
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** The head's partner. */
    public @Nullable Person partner() {
        return inRole(Person.Role.PARTNER);
    }

    @Nullable
    Person inRole(Person.Role role) {
        for (Person member : members) {
            if (member.role == role) {
                return member;
            }
        }
        return null;
    }

    /** The household at the same address that this one is going to join: a couple in the making. */
    public @Nullable Household lodgesWith() {
        return lodgesWith;
    }

    /** Whether the household has little to spend, as far as it shows. */
    public boolean isPoor() {
        for (Person member : members) {
            if (member.hasLowIncome() || member.receives(Scheme.SOCIAL_ASSISTANCE)) {
                return true;
            }
        }
        return false;
    }

    /** What the register has as the address of each member. */
    Residence residence() {
        return new Residence(address.buurt().code(), id, address.dwelling());
    }
}
