package nl.buurtpuls.simulator.behaviour;

import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.table.Parameters;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;
import org.jspecify.annotations.Nullable;

/** Grown-up children leave home, couples form and part: as many couples as keep the number of households on course. */
final class Families implements Daily {

    private static final int TRIES = 300;
    private static final int MEETINGS = 60;
    private static final int AGE_GAP = 8;
    private static final int MOST_IN_A_NEW_COUPLE = 7;
    private static final double CHILD_GOES_ALONG = 0.3;

    private final Town town;
    private final List<Steering> steerings;
    private final Homes homes;
    private final Chance chance;
    private final double sameAddress;
    private final double cramped;
    private final Happening leavingHome;
    private final Happening coupling;
    private final Happening splitting;
    private final List<Household> sharing = new ArrayList<>();

    Families(Town town, List<Steering> steerings, Homes homes, Parameters parameters, Chance chance) {
        this.town = town;
        this.steerings = steerings;
        this.homes = homes;
        this.chance = chance;
        this.sameAddress = parameters.get("splitting.same-address");
        this.cramped = parameters.get("cramped.moving") / Happening.DAYS_PER_YEAR;
        this.leavingHome = new Happening("leaving-home", chance, this::canLeaveHome);
        this.coupling = new Happening("coupling", chance, Families::isSingle);
        this.splitting = new Happening("splitting", chance, Families::isCoupled);
    }

    private boolean canLeaveHome(Person person) {
        return person.role() == Person.Role.MEMBER && person.household().isPrivate() && !person.isMinor(town.day());
    }

    private static boolean isSingle(Person person) {
        return person.isHead() && person.household().partner() == null;
    }

    private static boolean isCoupled(Person person) {
        return person.isHead() && person.household().partner() != null;
    }

    @Override
    public void live() {
        for (Steering steering : steerings) {
            Part part = steering.part();
            leavingHome.today(part.residents(), town.day(), this::leaveHome);
            splitting.today(part.residents(), town.day(), this::split);
            balance(steering);
        }
        leaveSharedAddresses();
    }

    private void balance(Steering steering) {
        Part part = steering.part();
        boolean possible = true;
        while (possible && steering.surplusHouseholds() > 0) {
            Person one = coupling.next(part.residents(), town.day(), TRIES, person -> !steering.isWatched(person));
            Person other = one == null ? null : match(one, steering);
            if (one != null && other == null) {
                other = host(one, steering);
            }
            possible = one != null && other != null;
            if (one != null && other != null) {
                town.join(one.household(), other.household());
            }
        }
        possible = true;
        while (possible && steering.surplusHouseholds() < 0) {
            Person child = leavingHome.next(part.residents(), town.day(), TRIES, person -> true);
            Person partner = child == null ? splitting.next(part.residents(), town.day(), TRIES, person -> true) : null;
            possible = child != null || partner != null;
            if (child != null) {
                leaveHome(child);
            } else if (partner != null) {
                split(partner);
            }
        }
    }

    private @Nullable Person match(Person one, Steering steering) {
        for (int i = 0; i < MEETINGS; i++) {
            Person other = steering.part().residents().pick(chance);
            boolean suits = isSingle(other)
                    && other != one
                    && Math.abs(other.birthDay() - one.birthDay()) <= AGE_GAP * Happening.DAYS_PER_YEAR
                    && other.household().size() + one.household().size() <= MOST_IN_A_NEW_COUPLE;
            if (suits) {
                return other;
            }
        }
        return null;
    }

    /** Someone whom a single goes to live with who finds no partner: family, or a friend. */
    private @Nullable Person host(Person one, Steering steering) {
        for (int i = 0; i < MEETINGS && one.household().size() == 1; i++) {
            Person other = steering.part().residents().pick(chance);
            boolean suits = other != one
                    && isCoupled(other)
                    && other.household().isPrivate()
                    && other.household().size() < MOST_IN_A_NEW_COUPLE;
            if (suits) {
                return other;
            }
        }
        return null;
    }

    private void leaveHome(Person child) {
        Household household = child.household();
        town.splitOff(household, List.of(child), homes.in(household.part(), List.of(child)));
    }

    private void split(Person head) {
        Household household = head.household();
        Person partner = household.partner();
        if (partner == null) {
            return;
        }
        List<Person> leavers = new ArrayList<>(List.of(partner));
        for (Person member : household.members()) {
            if (member.role() == Person.Role.MEMBER && chance.hits(CHILD_GOES_ALONG)) {
                leavers.add(member);
            }
        }
        if (chance.hits(sameAddress)) {
            sharing.add(town.splitOff(household, leavers, null));
        } else {
            town.splitOff(household, leavers, homes.in(household.part(), leavers));
        }
    }

    /** Those who live on at one address after a separation do not do so for long. */
    private void leaveSharedAddresses() {
        sharing.removeIf(household -> {
            boolean over = household.isEmpty() || !household.address().isShared();
            if (!over && chance.hits(cramped)) {
                town.move(household, homes.in(household.part(), household.members()));
                over = true;
            }
            return over;
        });
    }
}
