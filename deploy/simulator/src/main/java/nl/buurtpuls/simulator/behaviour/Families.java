package nl.buurtpuls.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.table.Places;
import nl.buurtpuls.simulator.town.Address;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;
import org.jspecify.annotations.Nullable;

/** Children leave home, couples form and part. */
public final class Families implements Daily {

    private static final double DAYS_PER_YEAR = 365.25;
    private static final int MEETINGS = 12;
    private static final int AGE_GAP = 8;
    private static final int MOST_IN_A_NEW_COUPLE = 7;

    private final Town town;
    private final Removals removals;
    private final Parameters parameters;
    private final Chance chance;
    private final Places municipalities;
    private final Happening leavingHome;
    private final Happening coupling;
    private final Happening splitting;
    private final List<Household> lodgers = new ArrayList<>();

    public Families(Town town, Removals removals, Parameters parameters, Chance chance) {
        this.town = town;
        this.removals = removals;
        this.parameters = parameters;
        this.chance = chance;
        this.municipalities = Places.municipalities(parameters.get("arrivals.distance-decay"));
        this.leavingHome = new Happening("leaving-home", town, chance, person -> person.role() == Person.Role.CHILD);
        this.coupling = new Happening("coupling", town, chance, Families::isSingle);
        this.splitting = new Happening(
                "splitting",
                town,
                chance,
                person -> person.isHead() && person.household().partner() != null);
    }

    private static boolean isSingle(Person person) {
        return person.isHead()
                && person.household().partner() == null
                && person.household().lodgesWith() == null;
    }

    @Override
    public void live() {
        leavingHome.today(this::leaveHome);
        coupling.today(this::couple);
        splitting.today(this::split);
        merge();
    }

    private void leaveHome(Person child) {
        if (chance.hits(parameters.get("leaving-home.away"))) {
            town.depart(child.household(), List.of(child), municipalities.draw(chance));
        } else {
            Address home = removals.home(1, child.household().isPoor(), child.age(town.epochDay()));
            town.splitOff(child.household(), List.of(child), home);
        }
    }

    private void couple(Person one) {
        Person other = match(one);
        if (other == null) {
            return;
        }
        if (chance.hits(parameters.get("coupling.lodging"))) {
            town.lodge(other.household(), one.household());
            lodgers.add(other.household());
        } else {
            town.join(other.household(), one.household());
        }
    }

    private @Nullable Person match(Person one) {
        for (int i = 0; i < MEETINGS; i++) {
            Person other = town.residents().pick(chance);
            boolean suits = isSingle(other)
                    && other != one
                    && Math.abs(other.age(0) - one.age(0)) <= AGE_GAP
                    && other.household().members().size()
                                    + one.household().members().size()
                            <= MOST_IN_A_NEW_COUPLE;
            if (suits) {
                return other;
            }
        }
        return null;
    }

    /** Those who lodged with their partner become one household with them. */
    private void merge() {
        double today = parameters.get("merging.per-year") / DAYS_PER_YEAR;
        List<Household> still = new ArrayList<>();
        for (Household guest : lodgers) {
            Household host = guest.lodgesWith();
            boolean together = host != null
                    && !guest.isEmpty()
                    && !host.isEmpty()
                    && guest.address() == host.address()
                    && guest.partner() == null
                    && host.partner() == null;
            if (together && chance.hits(today)) {
                town.join(guest, host);
            } else if (together) {
                still.add(guest);
            }
        }
        lodgers.clear();
        lodgers.addAll(still);
    }

    private void split(Person head) {
        Household household = head.household();
        Person partner = household.partner();
        if (partner == null) {
            return;
        }
        List<Person> leavers = new ArrayList<>(List.of(partner));
        for (Person member : household.members()) {
            if (member.role() == Person.Role.CHILD && chance.hits(0.3)) {
                leavers.add(member);
            }
        }
        Address to = chance.hits(parameters.get("splitting.same-address"))
                ? null
                : removals.home(leavers.size(), household.isPoor(), partner.age(town.epochDay()));
        town.splitOff(household, leavers, to);
    }
}
