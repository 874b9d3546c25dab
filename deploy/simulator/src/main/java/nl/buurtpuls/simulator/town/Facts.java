package nl.buurtpuls.simulator.town;

import java.time.LocalDate;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;

/** What a register writes down of people who come and go. */
final class Facts {

    private Facts() {}

    /** The person, who is in a household, lives here. */
    static EventData stand(Person person, String municipality, LocalDate day) {
        return new EventData.Stand(
                person.id(),
                municipality,
                day,
                birthDate(person),
                person.household().residence(),
                null);
    }

    /** The person, who is in a household by now, has settled; {@code known} is who was registered before. */
    static EventData arrival(Person person, boolean known, String municipality, LocalDate day, Place from) {
        PartialDate born = birthDate(person);
        Residence residence = person.household().residence();
        if (from.municipality() != null) {
            return new EventData.IntermunicipalMove(person.id(), municipality, day, born, residence, from);
        }
        return known
                ? new EventData.ReturnFromAbroad(person.id(), municipality, day, born, residence, from)
                : new EventData.Immigration(person.id(), municipality, day, born, residence, from);
    }

    /** The person leaves; {@code next} is where they live then, if that is in this country. */
    static EventData departure(Person person, String municipality, LocalDate day, Place destination, Residence next) {
        String receiving = destination.municipality();
        return receiving == null
                ? new EventData.Emigration(person.id(), municipality, day, destination)
                : new EventData.IntermunicipalMove(
                        person.id(), receiving, day, birthDate(person), next, Place.municipality(municipality));
    }

    private static PartialDate birthDate(Person person) {
        return PartialDate.of(person.birthDate());
    }
}
