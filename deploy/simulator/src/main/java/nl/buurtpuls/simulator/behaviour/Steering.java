package nl.buurtpuls.simulator.behaviour;

import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.simulator.table.PartCourse;
import nl.buurtpuls.simulator.town.Buurt;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Town;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a part of a town on its planned course. It does nothing itself: it says what there is too much of, and those who
 * choose who moves, leaves or marries next choose accordingly.
 */
final class Steering {

    /** How much faster people leave in the beginning, when all who will leave are still there: rate per ten years. */
    private static final double HASTE = 1;

    private final Town town;
    private final Part part;
    private final PartCourse course;
    private final double deathsOfFounded;
    private final Map<Buurt, Double> stayersPerBuurt = new HashMap<>();

    /**
     * @param deathsOfFounded how many of the first day's residents will have died after ten years
     * @param stayersPerBuurt by buurt code, the part of the first day's inhabitants that is to live there after ten years
     */
    Steering(Town town, Part part, PartCourse course, double deathsOfFounded, Map<String, Double> stayersPerBuurt) {
        this.town = town;
        this.part = part;
        this.course = course;
        this.deathsOfFounded = deathsOfFounded;
        for (Buurt buurt : part.buurten()) {
            Double stayers = stayersPerBuurt.get(buurt.figures().code());
            if (stayers != null) {
                this.stayersPerBuurt.put(buurt, stayers);
            }
        }
    }

    Part part() {
        return part;
    }

    /** Against the other parts. */
    boolean hasTooManyResidents(double laterInhabitantsOfAll, double inhabitantsOfAll) {
        double first = course.inhabitants() / inhabitantsOfAll;
        double last = course.laterInhabitants() / laterInhabitantsOfAll;
        return part.residents().size() > between(first, last) * town.size();
    }

    boolean hasTooManyMinors() {
        double first = (double) course.minors() / course.inhabitants();
        double last = (double) course.laterMinors() / course.laterInhabitants();
        return part.minors() > between(first, last) * part.residents().size();
    }

    /** How many households there are too many; negative if there are too few. */
    int surplusHouseholds() {
        return part.households() - (int) (part.residents().size() / course.householdSize());
    }

    /** Whether it is planned how many of the first day's residents stay, and that is still going on. */
    boolean watchesStayers() {
        return course.stayers() != null && elapsed() < 1;
    }

    boolean hasTooManyStayers() {
        Double stay = course.stayers();
        if (stay == null) {
            return false;
        }
        double moving = part.founded() * (1 - stay) - deathsOfFounded;
        return part.stayers() > part.founded() - part.foundedDied() - moving * gone();
    }

    /** Whether it is planned how many of the first day's inhabitants of the buurt stay, and this is one of them. */
    boolean isWatched(Person person) {
        Buurt home = person.home();
        return home != null
                && elapsed() < 1
                && stayersPerBuurt.containsKey(home)
                && person.livesHere()
                && person.household().address().buurt() == home;
    }

    /** A buurt that too many have stayed in; {@code null} if there is none. */
    @Nullable
    Buurt withTooManyStayers() {
        if (elapsed() >= 1) {
            return null;
        }
        for (Map.Entry<Buurt, Double> entry : stayersPerBuurt.entrySet()) {
            Buurt buurt = entry.getKey();
            if (buurt.stayers() > buurt.founded() * (1 - (1 - entry.getValue()) * gone())) {
                return buurt;
            }
        }
        return null;
    }

    private double between(double first, double last) {
        return first + (last - first) * elapsed();
    }

    private double elapsed() {
        return PartCourse.elapsed(town.calendar().first(), town.day());
    }

    /** The part of those who will leave that has left, on course. */
    private double gone() {
        return (1 - StrictMath.exp(-HASTE * elapsed())) / (1 - StrictMath.exp(-HASTE));
    }
}
