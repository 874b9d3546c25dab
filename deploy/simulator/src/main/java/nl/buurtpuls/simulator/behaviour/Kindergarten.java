package nl.buurtpuls.simulator.behaviour;

import java.time.LocalDate;
import java.time.Month;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;
import org.jspecify.annotations.Nullable;

/**
 * Follows the children of a part who will be four on the next 1 January, and on the one after: how many of them did not
 * live there at two and three. Says which children should arrive next, so that the planned share comes out.
 */
final class Kindergarten implements Daily {

    private static final int YEAR_GROUPS = 2;
    private static final int TODDLER = 2;
    private static final int ENTRY = 4;
    /** How much of the share is reached when they turn three; it grows evenly over both years. */
    private static final double AT_THREE = 0.4;

    private final Town town;
    private final Part part;
    private final double share;
    private final Chance chance;
    private final int[] children = new int[YEAR_GROUPS];
    private final int[] newcomers = new int[YEAR_GROUPS];
    /** First birth days of the year groups, and of the one after. */
    private final int[] firstDays = new int[YEAR_GROUPS + 1];

    Kindergarten(Town town, Part part, double share, Chance chance) {
        this.town = town;
        this.part = part;
        this.share = share;
        this.chance = chance;
    }

    boolean isFor(Part other) {
        return part == other;
    }

    /** Counts anew each month, and each ten days before the year ends. */
    @Override
    public void live() {
        LocalDate today = town.calendar().today();
        boolean late = today.getMonth() == Month.DECEMBER && today.getDayOfMonth() % 10 == 1;
        if (today.getDayOfMonth() == 2 || late) {
            count();
        }
    }

    private void count() {
        int year = town.calendar().year();
        for (int group = 0; group <= YEAR_GROUPS; group++) {
            firstDays[group] = firstDay(year - ENTRY + group);
        }
        for (int group = 0; group < YEAR_GROUPS; group++) {
            children[group] = 0;
            newcomers[group] = 0;
        }
        for (Person person : part.residents().all()) {
            int group = group(person);
            if (group >= 0) {
                children[group]++;
                newcomers[group] += person.inPartSince() > person.birthday(TODDLER) ? 1 : 0;
            }
        }
    }

    /** 0 for those who are four on the next 1 January, 1 for those a year younger, -1 for others. */
    private int group(Person person) {
        int born = person.birthDay();
        if (born < firstDays[0] || born >= firstDays[YEAR_GROUPS]) {
            return -1;
        }
        return born < firstDays[1] ? 0 : 1;
    }

    /** The first birth day of a year group: 2 January. */
    private static int firstDay(int ofYear) {
        return (int) LocalDate.of(ofYear, 1, 2).toEpochDay();
    }

    /** The birth day of the child that should arrive next; {@code null} if any may. */
    @Nullable
    Integer birthDayOfNext() {
        double elapsed = Math.min(1, town.calendar().today().getDayOfYear() / 360.0);
        for (int group = 0; group < YEAR_GROUPS; group++) {
            double planned = share * (group == 0 ? AT_THREE + (1 - AT_THREE) * elapsed : AT_THREE * elapsed);
            if (newcomers[group] + 1 < planned * (children[group] + 1)) {
                int birthDay = chance.between(firstDays[group], firstDays[group + 1]);
                int second =
                        (int) LocalDate.ofEpochDay(birthDay).plusYears(TODDLER).toEpochDay();
                if (second < town.day() - 1) {
                    children[group]++;
                    newcomers[group]++;
                    return birthDay;
                }
            }
        }
        return null;
    }

    /** Whether there are enough newcomers among the children of this one's year. */
    boolean hasEnoughOfAge(Person child) {
        return group(child) >= 0;
    }
}
