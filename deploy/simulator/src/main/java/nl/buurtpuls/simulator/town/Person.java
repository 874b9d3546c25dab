package nl.buurtpuls.simulator.town;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Scheme;
import org.jspecify.annotations.Nullable;

/** Someone who lives or lived here. Only {@link Town} changes a person. */
public final class Person {

    /** Place in the household. Each household has one head, at most one partner. */
    public enum Role {
        HEAD,
        PARTNER,
        CHILD
    }

    private static final double DAYS_PER_YEAR = 365.2425;

    private final String id;
    private final long birthDay;
    private final boolean female;
    private final Map<Scheme, Benefit> benefits = new EnumMap<>(Scheme.class);

    Role role;

    @Nullable
    Household household;

    /** Where the person went; {@code null} for who lives here and for the dead. */
    @Nullable
    Place elsewhere;

    /** The day of the last arrival, as epoch day; {@code Long.MIN_VALUE} for who was always here. */
    long settledOn = Long.MIN_VALUE;

    long lastChildOn = Long.MIN_VALUE;
    private boolean lowIncome;

    Person(String id, long birthDay, boolean female, Role role) {
        this.id = id;
        this.birthDay = birthDay;
        this.female = female;
        this.role = role;
    }

    /** Pseudonym of the sender. */
    public String id() {
        return id;
    }

    public LocalDate birthDate() {
        return LocalDate.ofEpochDay(birthDay);
    }

    /** Age in years on an epoch day, good to a day: for rates, not for law. */
    public int age(long day) {
        return (int) ((day - birthDay) / DAYS_PER_YEAR);
    }

    public boolean isFemale() {
        return female;
    }

    public Role role() {
        return role;
    }

    public boolean isHead() {
        return role == Role.HEAD;
    }

    /**
     * The household the person lives in.
     *
     * @throws IllegalStateException for who does not live here
     */
    public Household household() {
        if (household == null) {
            throw new IllegalStateException(id + " does not live here");
        }
        return household;
    }

    public boolean livesHere() {
        return household != null;
    }

    public long settledOn() {
        return settledOn;
    }

    /** The day on which she last bore a child, as epoch day; far in the past if never. */
    public long lastChildOn() {
        return lastChildOn;
    }

    public @Nullable Benefit benefit(Scheme scheme) {
        return benefits.get(scheme);
    }

    public boolean receives(Scheme scheme) {
        return benefits.containsKey(scheme);
    }

    Map<Scheme, Benefit> benefits() {
        return benefits;
    }

    /** Whether the household had a low income when the person settled. */
    public boolean hasLowIncome() {
        return lowIncome;
    }

    public void setLowIncome(boolean lowIncome) {
        this.lowIncome = lowIncome;
    }
}
