package nl.buurtpuls.contract.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import nl.buurtpuls.contract.event.EventData.*;
import nl.buurtpuls.contract.event.EventData.OfBenefit;
import nl.buurtpuls.contract.event.EventData.Registration;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of an event as JSON, in one canonical form: fields in a fixed order, nothing that the contract does
 * not name. Equal data give equal bytes.
 */
public final class EventJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();

    private EventJson() {}

    /** Canonical JSON of the data. */
    public static byte[] write(EventData data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            writeFields(json, data);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeFields(JsonGenerator json, EventData data) throws IOException {
        if (data.subject() instanceof Subject.Person person) {
            json.writeObjectFieldStart("person");
            json.writeStringField("id", person.id());
            json.writeEndObject();
        } else {
            json.writeStringField("dwelling", data.subject().id());
        }
        json.writeStringField("municipality", data.municipality());
        if (data instanceof OfPerson ofPerson) {
            json.writeStringField("effectiveDate", ofPerson.effectiveDate().toString());
        }
        if (data instanceof Registration d) {
            writeRegistration(json, d);
        } else if (data instanceof Placement d) {
            writeResidence(json, d.residence());
        } else if (data instanceof Emigration d) {
            writePlace(json, "destination", d.destination());
        } else if (data instanceof OfBenefit d) {
            writeBenefit(json, d);
        } else if (data instanceof IncomeAssessed d) {
            json.writeNumberField("year", d.year());
            json.writeBooleanField("lowIncome", d.lowIncome());
            json.writeBooleanField("belowSocialMinimum120", d.belowSocialMinimum120());
        } else if (data instanceof DwellingRegistered d) {
            json.writeStringField("effectiveDate", d.effectiveDate().toString());
            json.writeStringField("buurt", d.buurt());
            json.writeStringField("tenure", d.tenure().code());
            if (d.wozValue() != null) {
                json.writeNumberField("wozValue", d.wozValue());
            }
        } else if (data instanceof Retraction d) {
            json.writeObjectFieldStart("retracts");
            json.writeStringField("source", d.retracts().source());
            json.writeStringField("id", d.retracts().id());
            json.writeEndObject();
            writePlace(json, "origin", d.origin());
        }
    }

    private static void writeRegistration(JsonGenerator json, Registration registration) throws IOException {
        json.writeStringField("birthDate", registration.birthDate().text());
        writeResidence(json, registration.residence());
        writePlace(json, "origin", registration.origin());
    }

    private static void writeResidence(JsonGenerator json, Residence residence) throws IOException {
        json.writeObjectFieldStart("residence");
        json.writeStringField("buurt", residence.buurt());
        json.writeStringField("household", residence.household());
        if (residence.dwelling() != null) {
            json.writeStringField("dwelling", residence.dwelling());
        }
        json.writeEndObject();
    }

    private static void writePlace(JsonGenerator json, String field, @Nullable Place place) throws IOException {
        if (place == null) {
            return;
        }
        json.writeObjectFieldStart(field);
        if (place.municipality() != null) {
            json.writeStringField("municipality", place.municipality());
        }
        if (place.country() != null) {
            json.writeStringField("country", place.country());
        }
        json.writeEndObject();
    }

    private static void writeBenefit(JsonGenerator json, OfBenefit data) throws IOException {
        json.writeStringField("scheme", data.scheme().code());
        if (data.benefit() != null) {
            json.writeStringField("benefit", data.benefit());
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException naming the field, if this is not the data of such an event
     */
    public static EventData read(EventType type, byte[] bytes) {
        JsonNode root;
        try {
            root = MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("data is not JSON: " + e.getMessage(), e);
        }
        if (root == null || !root.isObject()) {
            throw new IllegalArgumentException("data is not a JSON object");
        }
        Reader in = new Reader(root);
        String municipality = in.text("municipality");
        if (type == EventType.RETRACTION) {
            Subject subject =
                    root.has("person") ? new Subject.Person(in.person()) : new Subject.Dwelling(in.text("dwelling"));
            Reader retracts = in.object("retracts");
            return new Retraction(
                    municipality,
                    subject,
                    new EventId(retracts.text("source"), retracts.text("id")),
                    in.place("origin"));
        }
        LocalDate date = in.date("effectiveDate");
        if (type == EventType.DWELLING_REGISTERED) {
            return new DwellingRegistered(
                    in.text("dwelling"),
                    municipality,
                    date,
                    in.text("buurt"),
                    in.oneOf("tenure", Tenure.values(), Tenure::code),
                    root.has("wozValue") ? root.get("wozValue").longValue() : null);
        }
        String person = in.person();
        return switch (type) {
            case STAND -> new Stand(person, municipality, date, in.birthDate(), in.residence(), in.place("origin"));
            case BIRTH -> new Birth(person, municipality, date, in.residence());
            case IMMIGRATION ->
                new Immigration(person, municipality, date, in.birthDate(), in.residence(), in.origin());
            case INTERMUNICIPAL_MOVE ->
                new IntermunicipalMove(person, municipality, date, in.birthDate(), in.residence(), in.origin());
            case RETURN_FROM_ABROAD ->
                new ReturnFromAbroad(person, municipality, date, in.birthDate(), in.residence(), in.origin());
            case MOVE_WITHIN -> new MoveWithin(person, municipality, date, in.residence());
            case HOUSEHOLD_CHANGE -> new HouseholdChange(person, municipality, date, in.residence());
            case EMIGRATION -> new Emigration(person, municipality, date, in.place("destination"));
            case DEATH -> new Death(person, municipality, date);
            case BENEFIT_GRANTED ->
                new BenefitGranted(person, municipality, date, in.scheme(), in.optionalText("benefit"));
            case BENEFIT_ENDED -> new BenefitEnded(person, municipality, date, in.scheme(), in.optionalText("benefit"));
            case INCOME_ASSESSED ->
                new IncomeAssessed(
                        person,
                        municipality,
                        date,
                        in.value("year").intValue(),
                        in.value("lowIncome").booleanValue(),
                        in.value("belowSocialMinimum120").booleanValue());
            case DWELLING_REGISTERED, RETRACTION -> throw new IllegalStateException("read above: " + type);
        };
    }

    private record Reader(JsonNode node) {

        JsonNode value(String field) {
            JsonNode value = node.get(field);
            if (value == null || value.isNull()) {
                throw new IllegalArgumentException("data lacks " + field);
            }
            return value;
        }

        String text(String field) {
            JsonNode value = value(field);
            if (!value.isTextual()) {
                throw new IllegalArgumentException(field + " is no string");
            }
            return value.textValue();
        }

        @Nullable
        String optionalText(String field) {
            return node.has(field) ? text(field) : null;
        }

        Reader object(String field) {
            return new Reader(value(field));
        }

        String person() {
            return object("person").text("id");
        }

        LocalDate date(String field) {
            try {
                return LocalDate.parse(text(field));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(field + " is no date: " + e.getMessage(), e);
            }
        }

        PartialDate birthDate() {
            try {
                return PartialDate.parse(text("birthDate"));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("birthDate: " + e.getMessage(), e);
            }
        }

        Residence residence() {
            Reader residence = object("residence");
            return new Residence(
                    residence.text("buurt"), residence.text("household"), residence.optionalText("dwelling"));
        }

        @Nullable
        Place place(String field) {
            if (!node.has(field)) {
                return null;
            }
            Reader place = object(field);
            return new Place(place.optionalText("municipality"), place.optionalText("country"));
        }

        Place origin() {
            Place origin = place("origin");
            if (origin == null) {
                throw new IllegalArgumentException("data lacks origin");
            }
            return origin;
        }

        Scheme scheme() {
            return oneOf("scheme", Scheme.values(), Scheme::code);
        }

        <E> E oneOf(String field, E[] values, java.util.function.Function<E, String> code) {
            String text = text(field);
            for (E value : values) {
                if (code.apply(value).equals(text)) {
                    return value;
                }
            }
            throw new IllegalArgumentException(field + " is none of the contract's: " + text);
        }
    }
}
