package nl.buurtpuls.endtoend;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.BenefitGranted;
import nl.buurtpuls.contract.event.EventData.Emigration;
import nl.buurtpuls.contract.event.EventData.IntermunicipalMove;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventData.Stand;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;

/**
 * Writes the events of one municipality; every person is born in 1980 and lives alone.
 *
 * @param municipality CBS code
 */
record Register(String municipality) {

    private static final String SOURCE = "urn:nld:oin:00000001001234567000:systeem:burgerzaken";
    private static final PartialDate BORN = PartialDate.parse("1980-05-12");

    /** A buurt of the municipality, of which the area table has none. */
    String buurt(int number) {
        return String.format("BU%s%04d", municipality.substring(2), number);
    }

    Event lives(String person, String buurt, LocalDate since) {
        return event(new Stand(person, municipality, since, BORN, new Residence(buurt, "h-" + person, null), null));
    }

    Event arrives(String person, String buurt, LocalDate on, Register from) {
        return event(new IntermunicipalMove(
                person,
                municipality,
                on,
                BORN,
                new Residence(buurt, "h-" + person, null),
                Place.municipality(from.municipality())));
    }

    Event emigrates(String person, LocalDate on) {
        return event(new Emigration(person, municipality, on, null));
    }

    Event isGranted(String person, Scheme scheme, LocalDate from) {
        return event(new BenefitGranted(person, municipality, from, scheme, null));
    }

    /** Takes back an event, under both keys if it has two. */
    Event retracts(Event wrong) {
        String left = wrong.data().municipalityLeft();
        return event(new Retraction(
                municipality, wrong.data().subject(), wrong.id(), left == null ? null : Place.municipality(left)));
    }

    private static Event event(EventData data) {
        return new Event(new EventId(SOURCE, UUID.randomUUID().toString()), Instant.now(), data);
    }
}
