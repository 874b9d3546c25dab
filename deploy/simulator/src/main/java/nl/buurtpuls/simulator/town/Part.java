package nl.buurtpuls.simulator.town;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.BuurtFigures;

/** A part of the municipality whose size, households and flows are planned: Heerlen has two, others are one. */
public final class Part {

    private final String name;
    private final List<Buurt> buurten = new ArrayList<>();
    private final double[] cumulative;
    private final Pool<Person> residents = new Pool<>();
    private int households;
    private int minors;
    private int founded;
    private int stayers;
    private int foundedDied;

    /** A part with these buurten. */
    public Part(String name, List<BuurtFigures> figures) {
        this.name = name;
        this.cumulative = new double[figures.size()];
        double sum = 0;
        for (BuurtFigures of : figures) {
            sum += Math.max(of.later(), 1);
            cumulative[buurten.size()] = sum;
            buurten.add(new Buurt(of, this));
        }
    }

    /**
     * The part of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Part named(List<Part> parts, String name) {
        return parts.stream()
                .filter(part -> part.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part " + name));
    }

    public String name() {
        return name;
    }

    public List<Buurt> buurten() {
        return Collections.unmodifiableList(buurten);
    }

    public Pool<Person> residents() {
        return residents;
    }

    public int households() {
        return households;
    }

    /** Residents under 18, as last counted and with those who came and went since. */
    public int minors() {
        return minors;
    }

    /** Those who lived in the part on the first day. */
    public int founded() {
        return founded;
    }

    /** Those of them who live in it now. */
    public int stayers() {
        return stayers;
    }

    /** Those of them who died as residents of the municipality. */
    public int foundedDied() {
        return foundedDied;
    }

    /** Whether someone lived in this part on the first day. */
    public boolean founded(Person person) {
        return person.home != null && person.home.part() == this;
    }

    /** A buurt by size, of some drawn the one that lacks inhabitants most, and children if a family looks for it. */
    public Buurt draw(boolean family, Chance chance) {
        Buurt best = buurten.get(chance.index(cumulative));
        for (int i = 0; i < 2; i++) {
            Buurt other = buurten.get(chance.index(cumulative));
            if (other.fullness(family) < best.fullness(family)) {
                best = other;
            }
        }
        return best;
    }

    /** Counts the minors anew: birthdays are not followed. */
    public void countMinors(int day) {
        minors = 0;
        buurten.forEach(Buurt::forgetMinors);
        for (Person person : residents.all()) {
            if (person.isMinor(day)) {
                minors++;
                person.household().address().buurt().countMinor();
            }
        }
    }

    void enter(Person person, Buurt buurt, int day, boolean first) {
        residents.add(person);
        buurt.enter(person, day, first);
        person.inPartSince = day;
        founded += first ? 1 : 0;
        stayers += founded(person) ? 1 : 0;
        minors += person.isMinor(day) ? 1 : 0;
    }

    void exit(Person person, Buurt buurt, int day) {
        residents.remove(person);
        buurt.exit(person, day);
        stayers -= founded(person) ? 1 : 0;
        minors -= person.isMinor(day) ? 1 : 0;
    }

    void noteDeath() {
        foundedDied++;
    }

    void addHousehold(int change) {
        households += change;
    }
}
