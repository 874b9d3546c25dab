package nl.buurtpuls.simulator.output;

import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.*;
import nl.buurtpuls.contract.event.EventData.OfBenefit;
import nl.buurtpuls.contract.event.EventData.Registration;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Subject;
import org.jspecify.annotations.Nullable;

/** The {@code data} of an event: the same JSON as {@link nl.buurtpuls.contract.event.EventJson}, byte for byte. */
final class DataJson {

    private final JsonBytes json;

    DataJson(JsonBytes json) {
        this.json = json;
    }

    void write(EventData data) {
        if (data instanceof OfPerson ofPerson) {
            json.raw("{\"person\":{\"id\":").string(ofPerson.person());
            json.raw("},\"municipality\":").string(data.municipality());
            json.raw(",\"effectiveDate\":").date(ofPerson.effectiveDate());
            writeOfPerson(ofPerson);
        } else if (data instanceof DwellingRegistered d) {
            writeSubject(d.subject(), d.municipality());
            json.raw(",\"effectiveDate\":").date(d.effectiveDate());
            json.raw(",\"buurt\":").string(d.buurt());
            json.raw(",\"tenure\":").string(d.tenure().code());
            if (d.wozValue() != null) {
                json.raw(",\"wozValue\":").raw(Long.toString(d.wozValue()));
            }
        } else if (data instanceof Retraction d) {
            writeSubject(d.subject(), d.municipality());
            json.raw(",\"retracts\":{\"source\":").string(d.retracts().source());
            json.raw(",\"id\":").string(d.retracts().id()).raw("}");
            writePlace(",\"origin\":", d.origin());
        }
        json.raw("}");
    }

    private void writeSubject(Subject subject, String municipality) {
        if (subject instanceof Subject.Person person) {
            json.raw("{\"person\":{\"id\":").string(person.id()).raw("}");
        } else {
            json.raw("{\"dwelling\":").string(subject.id());
        }
        json.raw(",\"municipality\":").string(municipality);
    }

    private void writeOfPerson(OfPerson data) {
        if (data instanceof Registration d) {
            writeRegistration(d);
        } else if (data instanceof Placement d) {
            writeResidence(d.residence());
        } else if (data instanceof Emigration d) {
            writePlace(",\"destination\":", d.destination());
        } else if (data instanceof OfBenefit d) {
            writeBenefit(d);
        } else if (data instanceof IncomeAssessed d) {
            json.raw(",\"year\":").raw(Integer.toString(d.year()));
            json.raw(d.lowIncome() ? ",\"lowIncome\":true" : ",\"lowIncome\":false");
            json.raw(
                    d.belowSocialMinimum120() ? ",\"belowSocialMinimum120\":true" : ",\"belowSocialMinimum120\":false");
        }
    }

    private void writeRegistration(Registration registration) {
        json.raw(",\"birthDate\":").string(registration.birthDate().text());
        writeResidence(registration.residence());
        writePlace(",\"origin\":", registration.origin());
    }

    private void writeResidence(Residence residence) {
        json.raw(",\"residence\":{\"buurt\":").string(residence.buurt());
        json.raw(",\"household\":").string(residence.household());
        if (residence.dwelling() != null) {
            json.raw(",\"dwelling\":").string(residence.dwelling());
        }
        json.raw("}");
    }

    private void writePlace(String field, @Nullable Place place) {
        if (place == null) {
            return;
        }
        json.raw(field).raw("{");
        if (place.municipality() != null) {
            json.raw("\"municipality\":").string(place.municipality());
        }
        if (place.country() != null) {
            json.raw("\"country\":").string(place.country());
        }
        json.raw("}");
    }

    private void writeBenefit(OfBenefit data) {
        json.raw(",\"scheme\":").string(data.scheme().code());
        if (data.benefit() != null) {
            json.raw(",\"benefit\":").string(data.benefit());
        }
    }
}
