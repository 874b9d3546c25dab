package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.event.Residence;

/** Who lives where in one municipality. */
final class People {

    /** A household, which is one only within its buurt. */
    record Household(String buurt, String name) {}

    private record Window(String area, LocalDate from, LocalDate to) {}

    private final List<Life> lives;
    private final Areas areas;
    /** What was counted once: the one figure that takes long. */
    private final Map<Window, Long> personDays = new HashMap<>();

    People(Collection<Life> lives, Areas areas) {
        this.lives = List.copyOf(lives);
        this.areas = areas;
    }

    List<Life> all() {
        return lives;
    }

    boolean livesIn(Life life, String area, LocalDate day) {
        Residence residence = life.evening(day).residence();
        return residence != null && areas.liesIn(residence.buurt(), area);
    }

    List<Life> residents(String area, LocalDate day) {
        List<Life> residents = new ArrayList<>();
        for (Life life : lives) {
            if (livesIn(life, area, day)) {
                residents.add(life);
            }
        }
        return residents;
    }

    List<Life> adults(String area, LocalDate day) {
        List<Life> adults = new ArrayList<>();
        for (Life life : residents(area, day)) {
            if (Years.isAdult(life.birthDate(), day)) {
                adults.add(life);
            }
        }
        return adults;
    }

    List<Life> minors(String area, LocalDate day) {
        List<Life> minors = new ArrayList<>();
        for (Life life : residents(area, day)) {
            if (!Years.isAdult(life.birthDate(), day)) {
                minors.add(life);
            }
        }
        return minors;
    }

    /** The household of a resident. */
    Household household(Life resident, LocalDate day) {
        Residence residence = resident.evening(day).residence();
        if (residence == null) {
            throw new IllegalArgumentException("no resident on " + day);
        }
        return new Household(residence.buurt(), residence.household());
    }

    Set<Household> households(Collection<Life> members, LocalDate day) {
        Set<Household> households = new HashSet<>();
        for (Life member : members) {
            households.add(household(member, day));
        }
        return households;
    }

    /** Sum over the days after {@code from}, up to and with {@code to}, of the residents of the day. */
    long personDays(String area, LocalDate from, LocalDate to) {
        return personDays.computeIfAbsent(new Window(area, from, to), this::countPersonDays);
    }

    private long countPersonDays(Window window) {
        long personDays = 0;
        for (Life life : lives) {
            Residence last = null;
            boolean inArea = false;
            for (long day = window.from().toEpochDay() + 1; day <= window.to().toEpochDay(); day++) {
                Residence residence = life.evening(day).residence();
                // Most days are like the day before: the area is looked up only when the residence changes.
                if (residence != last) {
                    inArea = residence != null && areas.liesIn(residence.buurt(), window.area());
                    last = residence;
                }
                if (inArea) {
                    personDays++;
                }
            }
        }
        return personDays;
    }
}
