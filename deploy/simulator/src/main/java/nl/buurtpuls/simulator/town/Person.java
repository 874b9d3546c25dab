package nl.buurtpuls.simulator.town;

import java.time.LocalDate;
import java.time.Month;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Scheme;
import org.jspecify.annotations.Nullable;

/** Someone who lives or lived here. Only {@link Town} changes a person. Days are epoch days. */
public final class Person extends Pool.Item {

    /** Place in the household. Each private household has one head, at most one partner; all others are members. */
    public enum Role {
        HEAD,
        PARTNER,
        MEMBER
    }

    /** The day of something that has not happened. */
    public static final int NEVER = Integer.MIN_VALUE;

    public static final int ADULT = 18;

    private static final double DAYS_PER_YEAR = 365.2425;
    private static final int SCHEMES = Scheme.values().length;

    private final String id;
    private final int birthDay;
    private final int adultOn;
    private final boolean female;
    private @Nullable Spell @Nullable [] running;

    Role role;

    @Nullable
    Household household;

    /** Where the person went; {@code null} for who lives here and for the dead. */
    @Nullable
    Place elsewhere;

    /** Where the person lived on the first day; {@code null} for who was not here. */
    @Nullable
    Buurt home;

    @Nullable
    Place origin;

    int settledOn = NEVER;
    int leftOn = NEVER;
    int inPartSince = NEVER;
    int lastChildOn = NEVER;
    boolean hadAssistance;
    private boolean poor;

    Person(String id, int birthDay, boolean female, Role role) {
        this.id = id;
        this.birthDay = birthDay;
        this.adultOn = birthday(ADULT);
        this.female = female;
        this.role = role;
    }

    /** Pseudonym of the sender. */
    public String id() {
        return id;
    }

    public int birthDay() {
        return birthDay;
    }

    public LocalDate birthDate() {
        return LocalDate.ofEpochDay(birthDay);
    }

    /** Age in years on a day, good to a day: for rates, not for law. */
    public int age(int day) {
        return (int) ((day - birthDay) / DAYS_PER_YEAR);
    }

    /** The day of this birthday; in a year without 29 February that is 1 March. */
    public int birthday(int age) {
        LocalDate born = birthDate();
        LocalDate birthday = born.plusYears(age);
        boolean leapling = born.getMonth() == Month.FEBRUARY && born.getDayOfMonth() == 29;
        return (int) birthday.toEpochDay() + (leapling && !birthday.isLeapYear() ? 1 : 0);
    }

    public boolean isMinor(int day) {
        return adultOn > day;
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

    /** Where the person lived on the first day; {@code null} for who was not here. */
    public @Nullable Buurt home() {
        return home;
    }

    /** Where the person came from on the last arrival; {@code null} for who never arrived. */
    public @Nullable Place origin() {
        return origin;
    }

    /** Where someone who left lives now; {@code null} for who lives here and for the dead. */
    public @Nullable Place elsewhere() {
        return elsewhere;
    }

    /** The day of the last arrival in the municipality; {@link #NEVER} for who was always here. */
    public int settledOn() {
        return settledOn;
    }

    /** The day on which the person last left or died; {@link #NEVER} for who did not. */
    public int leftOn() {
        return leftOn;
    }

    /** First day of the unbroken stay in this part of the municipality. */
    public int inPartSince() {
        return inPartSince;
    }

    /** The day on which she last bore a child. */
    public int lastChildOn() {
        return lastChildOn;
    }

    public boolean receives(Scheme scheme) {
        return running(scheme) != null;
    }

    /** The running spell, if any. */
    public @Nullable Spell running(Scheme scheme) {
        return running == null ? null : running[scheme.ordinal()];
    }

    void setRunning(Scheme scheme, @Nullable Spell spell) {
        if (running == null) {
            running = new Spell[SCHEMES];
        }
        running[scheme.ordinal()] = spell;
    }

    boolean hasBenefits() {
        return running != null;
    }

    /** Whether the person has or had social assistance here. */
    public boolean hadAssistance() {
        return hadAssistance;
    }

    /** Whether the person had a low income on arrival. */
    public boolean isPoor() {
        return poor;
    }

    public void setPoor(boolean poor) {
        this.poor = poor;
    }
}
