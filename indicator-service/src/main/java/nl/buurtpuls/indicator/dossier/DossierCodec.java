package nl.buurtpuls.indicator.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.*;
import nl.buurtpuls.contract.event.EventData.OfBenefit;
import nl.buurtpuls.contract.event.EventData.Registration;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * Binary form of a dossier. The subject is not in it: it is the key that the dossier is stored under. Sources repeat
 * within a dossier, so each stands once. Enum constants are stored as their ordinals: in {@link EventType},
 * {@link Scheme} and {@link Tenure} add at the end only.
 */
public final class DossierCodec {

    private static final int VERSION = 1;
    private static final EventType[] TYPES = EventType.values();
    private static final Scheme[] SCHEMES = Scheme.values();
    private static final Tenure[] TENURES = Tenure.values();

    private DossierCodec() {}

    public static byte[] encode(Dossier dossier) {
        Map<String, Integer> sources = new LinkedHashMap<>();
        dossier.all().forEach(fact -> sources.putIfAbsent(fact.id().source(), sources.size()));
        Encoder out = new Encoder().byteValue(VERSION).number(sources.size());
        sources.keySet().forEach(out::text);
        for (Event fact : dossier.all()) {
            out.number(sources.get(fact.id().source())).text(fact.id().id());
            out.number(fact.time().getEpochSecond()).number(fact.time().getNano());
            out.byteValue(fact.data().type().ordinal());
            out.text(fact.data().municipality());
            encodeData(out, fact.data());
        }
        return out.toBytes();
    }

    private static void encodeData(Encoder out, EventData data) {
        if (data instanceof OfPerson ofPerson) {
            out.number(ofPerson.effectiveDate().toEpochDay());
        }
        if (data instanceof Registration d) {
            encodeRegistration(out, d);
        } else if (data instanceof Placement d) {
            encodeResidence(out, d.residence());
        } else if (data instanceof Emigration d) {
            encodePlace(out, d.destination());
        } else if (data instanceof OfBenefit d) {
            out.byteValue(d.scheme().ordinal()).optionalText(d.benefit());
        } else if (data instanceof IncomeAssessed d) {
            out.number(d.year()).byteValue((d.lowIncome() ? 1 : 0) | (d.belowSocialMinimum120() ? 2 : 0));
        } else if (data instanceof DwellingRegistered d) {
            out.number(d.effectiveDate().toEpochDay())
                    .text(d.buurt())
                    .byteValue(d.tenure().ordinal());
            out.byteValue(d.wozValue() == null ? 0 : 1);
            if (d.wozValue() != null) {
                out.number(d.wozValue());
            }
        } else if (data instanceof Retraction d) {
            out.text(d.retracts().source()).text(d.retracts().id());
            encodePlace(out, d.origin());
        }
    }

    private static void encodeRegistration(Encoder out, Registration registration) {
        out.text(registration.birthDate().text());
        encodeResidence(out, registration.residence());
        encodePlace(out, registration.origin());
    }

    private static void encodeResidence(Encoder out, Residence residence) {
        out.text(residence.buurt()).text(residence.household()).optionalText(residence.dwelling());
    }

    private static void encodePlace(Encoder out, @Nullable Place place) {
        out.byteValue(place == null ? 0 : 1);
        if (place != null) {
            out.optionalText(place.municipality()).optionalText(place.country());
        }
    }

    /** Reads the dossier that is stored under a subject. */
    public static Dossier decode(Subject subject, byte[] bytes) {
        Decoder in = new Decoder(bytes);
        int version = in.byteValue();
        if (version != VERSION) {
            throw new IllegalStateException("dossier of version " + version + ", this program reads " + VERSION);
        }
        String[] sources = new String[in.integer()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = in.text();
        }
        List<Event> facts = new ArrayList<>();
        while (in.hasMore()) {
            EventId id = new EventId(sources[in.integer()], in.text());
            Instant time = Instant.ofEpochSecond(in.number(), in.number());
            EventType type = TYPES[in.byteValue()];
            facts.add(new Event(id, time, decodeData(in, type, subject, in.text())));
        }
        return Dossier.of(facts);
    }

    private static EventData decodeData(Decoder in, EventType type, Subject subject, String municipality) {
        if (type == EventType.RETRACTION) {
            return new Retraction(municipality, subject, new EventId(in.text(), in.text()), decodePlace(in));
        }
        LocalDate date = LocalDate.ofEpochDay(in.number());
        String id = subject.id();
        return switch (type) {
            case STAND -> new Stand(id, municipality, date, birthDate(in), decodeResidence(in), decodePlace(in));
            case BIRTH -> new Birth(id, municipality, date, decodeResidence(in));
            case IMMIGRATION -> new Immigration(id, municipality, date, birthDate(in), decodeResidence(in), origin(in));
            case INTERMUNICIPAL_MOVE ->
                new IntermunicipalMove(id, municipality, date, birthDate(in), decodeResidence(in), origin(in));
            case RETURN_FROM_ABROAD ->
                new ReturnFromAbroad(id, municipality, date, birthDate(in), decodeResidence(in), origin(in));
            case MOVE_WITHIN -> new MoveWithin(id, municipality, date, decodeResidence(in));
            case HOUSEHOLD_CHANGE -> new HouseholdChange(id, municipality, date, decodeResidence(in));
            case EMIGRATION -> new Emigration(id, municipality, date, decodePlace(in));
            case DEATH -> new Death(id, municipality, date);
            case BENEFIT_GRANTED ->
                new BenefitGranted(id, municipality, date, SCHEMES[in.byteValue()], in.optionalText());
            case BENEFIT_ENDED -> new BenefitEnded(id, municipality, date, SCHEMES[in.byteValue()], in.optionalText());
            case INCOME_ASSESSED -> {
                int year = in.integer();
                int flags = in.byteValue();
                yield new IncomeAssessed(id, municipality, date, year, (flags & 1) != 0, (flags & 2) != 0);
            }
            case DWELLING_REGISTERED -> {
                String buurt = in.text();
                Tenure tenure = TENURES[in.byteValue()];
                Long woz = in.byteValue() == 0 ? null : Long.valueOf(in.number());
                yield new DwellingRegistered(id, municipality, date, buurt, tenure, woz);
            }
            case RETRACTION -> throw new IllegalStateException("decoded above: " + type);
        };
    }

    private static PartialDate birthDate(Decoder in) {
        return PartialDate.parse(in.text());
    }

    private static Residence decodeResidence(Decoder in) {
        return new Residence(in.text(), in.text(), in.optionalText());
    }

    private static @Nullable Place decodePlace(Decoder in) {
        return in.byteValue() == 0 ? null : new Place(in.optionalText(), in.optionalText());
    }

    private static Place origin(Decoder in) {
        Place place = decodePlace(in);
        if (place == null) {
            throw new IllegalStateException("an arrival without origin is stored");
        }
        return place;
    }
}
