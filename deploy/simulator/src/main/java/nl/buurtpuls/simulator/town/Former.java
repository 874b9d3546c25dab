package nl.buurtpuls.simulator.town;

import java.time.LocalDate;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.register.Register;

/**
 * Those who left and can come back. Who lives in a municipality that is simulated too goes on living there, as part of
 * this town's simulation: so a country can be made one town after another.
 */
public final class Former {

    /** How many of those whose lives do not go on are remembered. */
    private static final int REMEMBERED = 5000;

    /** Who comes from a simulated municipality has lived there for this many days at most, as far as the events tell. */
    private static final int EARLIER_LIFE = 1000;

    private final Surroundings surroundings;
    private final Chance chance;
    private final Pool<Person> gone = new Pool<>();
    private final Pool<Person> nearby = new Pool<>();

    Former(Surroundings surroundings, Chance chance) {
        this.surroundings = surroundings;
        this.chance = chance;
    }

    /** Those who live where nothing is simulated. */
    public Pool<Person> gone() {
        return gone;
    }

    /** Those who live in a municipality that is simulated too. */
    public Pool<Person> nearby() {
        return nearby;
    }

    void remember(Person person, Place destination) {
        person.elsewhere = destination;
        String municipality = destination.municipality();
        if (municipality != null && surroundings.areSimulated(municipality)) {
            nearby.add(person);
            return;
        }
        if (gone.size() >= REMEMBERED) {
            gone.remove(gone.pick(chance));
        }
        gone.add(person);
    }

    /** Takes someone off the list who comes back, and tells from where. */
    Place takeBack(Person person) {
        Place from = person.elsewhere == null ? Place.UNKNOWN : person.elsewhere;
        String municipality = from.municipality();
        (municipality != null && surroundings.areSimulated(municipality) ? nearby : gone).remove(person);
        person.elsewhere = null;
        return from;
    }

    /** Someone who lives in a simulated municipality dies there. */
    public void die(Person person, Calendar calendar, Register register) {
        String municipality = takeBack(person).municipality();
        if (municipality != null) {
            register.write(calendar.day(), new EventData.Death(person.id(), municipality, calendar.today()));
        }
    }

    /** Someone who lives in a simulated municipality moves within it, to live alone. */
    public void moveWithin(Person person, Calendar calendar, Register register) {
        Place place = person.elsewhere;
        if (place != null && place.municipality() != null) {
            String municipality = place.municipality();
            register.write(
                    calendar.day(),
                    new EventData.MoveWithin(person.id(), municipality, calendar.today(), alone(person, municipality)));
        }
    }

    /** Someone who lives in a simulated municipality moves on to another one. */
    public void moveOn(Person person, Place to, Calendar calendar, Register register) {
        String next = to.municipality();
        Place from = person.elsewhere;
        if (from == null || next == null || next.equals(from.municipality())) {
            return;
        }
        register.write(
                calendar.day(),
                new EventData.IntermunicipalMove(
                        person.id(),
                        next,
                        calendar.today(),
                        PartialDate.of(person.birthDate()),
                        alone(person, next),
                        from));
        takeBack(person);
        remember(person, to);
    }

    /** What the municipality that someone comes from knew before: that the person lived or was born there. */
    void writeEarlierLife(
            Person person,
            String municipality,
            PartialDate born,
            Calendar calendar,
            Register register,
            String household) {
        LocalDate since = calendar.today().minusDays(chance.between(1, EARLIER_LIFE));
        Residence residence = new Residence(surroundings.someBuurt(municipality, chance), household, null);
        LocalDate first = since.isBefore(calendar.first()) ? calendar.first() : since;
        register.write(
                calendar.day(),
                first.isBefore(person.birthDate())
                        ? new EventData.Birth(person.id(), municipality, person.birthDate(), residence)
                        : new EventData.Stand(person.id(), municipality, first, born, residence, null));
    }

    private Residence alone(Person person, String municipality) {
        return new Residence(surroundings.someBuurt(municipality, chance), "h-" + person.id(), null);
    }
}
