package nl.buurtpuls.ingest.event;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.*;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.ingest.person.Pseudonyms;
import org.jspecify.annotations.Nullable;

/** Reads the data of an event, by its type. */
@Singleton
public final class DataReader {

    /** In EUR. Ten times what any building has; sums of more would not fit into the ledger. */
    private static final long HIGHEST_WOZ_VALUE = 1_000_000_000;

    private static final int LONGEST_BENEFIT = 64;

    private final AreaTable areas;
    private final Pseudonyms pseudonyms;

    public DataReader(AreaTable areas, Pseudonyms pseudonyms) {
        this.areas = areas;
        this.pseudonyms = pseudonyms;
    }

    /**
     * The data, or {@code null} with everything that is wrong noted.
     *
     * @param lastDay the last day on which the event may take effect; {@code null} if that is not known
     */
    @Nullable
    EventData read(EventType type, Fields data, @Nullable LocalDate lastDay) {
        String municipality = data.municipality("municipality");
        if (type == EventType.RETRACTION) {
            return retraction(data, municipality);
        }
        LocalDate date = data.date("effectiveDate");
        if (date != null && lastDay != null && date.isAfter(lastDay)) {
            data.wrong(
                    "effectiveDate",
                    Rule.TOO_FAR_AHEAD,
                    "At most 31 days after the day of time: " + lastDay + " at the latest, got " + date + ".");
        }
        if (type == EventType.DWELLING_REGISTERED) {
            return dwelling(data, municipality, date);
        }
        String person = data.person(pseudonyms);
        EventData read = switch (type) {
            case STAND, IMMIGRATION, RETURN_FROM_ABROAD, INTERMUNICIPAL_MOVE ->
                arrival(type, data, person, municipality, date);
            case BIRTH, MOVE_WITHIN, HOUSEHOLD_CHANGE -> placement(type, data, person, municipality, date);
            case EMIGRATION -> {
                Place destination = data.optionalPlace("destination");
                yield complete(person, municipality, date)
                        ? new Emigration(person, municipality, date, destination)
                        : null;
            }
            case DEATH -> complete(person, municipality, date) ? new Death(person, municipality, date) : null;
            case BENEFIT_GRANTED, BENEFIT_ENDED -> benefit(type, data, person, municipality, date);
            case INCOME_ASSESSED -> income(data, person, municipality, date);
            case DWELLING_REGISTERED, RETRACTION -> throw new IllegalStateException("read above: " + type);
        };
        return read;
    }

    private static boolean complete(@Nullable Object... parts) {
        for (Object part : parts) {
            if (part == null) {
                return false;
            }
        }
        return true;
    }

    private @Nullable EventData arrival(
            EventType type,
            Fields data,
            @Nullable String person,
            @Nullable String municipality,
            @Nullable LocalDate date) {
        PartialDate birthDate = data.birthDate();
        Residence residence = data.residence(municipality, areas, pseudonyms);
        Place origin = type == EventType.STAND ? data.optionalPlace("origin") : data.place("origin");
        if (type == EventType.INTERMUNICIPAL_MOVE && origin != null) {
            checkLeft(data, municipality, origin);
        }
        if (!complete(person, municipality, date, birthDate, residence)) {
            return null;
        }
        if (type == EventType.STAND) {
            return new Stand(person, municipality, date, birthDate, residence, origin);
        }
        if (origin == null) {
            return null;
        }
        return switch (type) {
            case IMMIGRATION -> new Immigration(person, municipality, date, birthDate, residence, origin);
            case RETURN_FROM_ABROAD -> new ReturnFromAbroad(person, municipality, date, birthDate, residence, origin);
            default -> new IntermunicipalMove(person, municipality, date, birthDate, residence, origin);
        };
    }

    /** A move between municipalities says which one was left, and that is another. */
    private static void checkLeft(Fields data, @Nullable String municipality, Place origin) {
        if (origin.municipality() == null) {
            data.wrong(
                    "origin/municipality", Rule.REQUIRED, "A move between municipalities names the one that was left.");
        } else if (origin.municipality().equals(municipality)) {
            data.wrong(
                    "origin/municipality",
                    Rule.OWN_MUNICIPALITY,
                    "A move between municipalities leaves another one than it enters.");
        }
    }

    private @Nullable EventData placement(
            EventType type,
            Fields data,
            @Nullable String person,
            @Nullable String municipality,
            @Nullable LocalDate date) {
        Residence residence = data.residence(municipality, areas, pseudonyms);
        if (!complete(person, municipality, date, residence)) {
            return null;
        }
        return switch (type) {
            case BIRTH -> new Birth(person, municipality, date, residence);
            case MOVE_WITHIN -> new MoveWithin(person, municipality, date, residence);
            default -> new HouseholdChange(person, municipality, date, residence);
        };
    }

    private @Nullable EventData benefit(
            EventType type,
            Fields data,
            @Nullable String person,
            @Nullable String municipality,
            @Nullable LocalDate date) {
        Scheme scheme = data.oneOf("scheme", Scheme.values(), Scheme::code);
        String benefit = data.optionalName("benefit", LONGEST_BENEFIT, pseudonyms);
        if (!complete(person, municipality, date, scheme)) {
            return null;
        }
        return type == EventType.BENEFIT_GRANTED
                ? new BenefitGranted(person, municipality, date, scheme, benefit)
                : new BenefitEnded(person, municipality, date, scheme, benefit);
    }

    private static @Nullable EventData income(
            Fields data, @Nullable String person, @Nullable String municipality, @Nullable LocalDate date) {
        Long year = data.whole("year", Fields.FIRST_YEAR, Fields.LAST_YEAR);
        Boolean lowIncome = data.bool("lowIncome");
        Boolean belowSocialMinimum120 = data.bool("belowSocialMinimum120");
        if (year != null && date != null && !date.equals(LocalDate.of(year.intValue(), 1, 1))) {
            data.wrong("effectiveDate", Rule.NOT_FIRST_OF_JANUARY, "Expected " + year + "-01-01, got " + date + ".");
        }
        if (!complete(person, municipality, date, year, lowIncome, belowSocialMinimum120)) {
            return null;
        }
        return new IncomeAssessed(person, municipality, date, year.intValue(), lowIncome, belowSocialMinimum120);
    }

    private @Nullable EventData dwelling(Fields data, @Nullable String municipality, @Nullable LocalDate date) {
        String dwelling = data.name("dwelling", pseudonyms);
        String buurt = data.buurt("buurt", municipality, areas);
        Tenure tenure = data.oneOf("tenure", Tenure.values(), Tenure::code);
        Long wozValue = data.has("wozValue") ? data.whole("wozValue", 0, HIGHEST_WOZ_VALUE) : null;
        if (!complete(dwelling, municipality, date, buurt, tenure)) {
            return null;
        }
        return new DwellingRegistered(dwelling, municipality, date, buurt, tenure, wozValue);
    }

    private @Nullable EventData retraction(Fields data, @Nullable String municipality) {
        Subject subject = null;
        if (data.has("person") == data.has("dwelling")) {
            data.wrong(
                    "person",
                    Rule.PERSON_OR_DWELLING,
                    "Name the person or the dwelling of the event that is retracted, one of the two.");
        } else if (data.has("person")) {
            String person = data.person(pseudonyms);
            subject = person == null ? null : new Subject.Person(person);
        } else {
            String dwelling = data.name("dwelling", pseudonyms);
            subject = dwelling == null ? null : new Subject.Dwelling(dwelling);
        }
        EventId retracts = EventIds.retracted(data);
        Place origin = data.optionalPlace("origin");
        if (origin != null && origin.municipality() != null) {
            checkLeft(data, municipality, origin);
        }
        if (!complete(municipality, subject, retracts)) {
            return null;
        }
        return new Retraction(municipality, subject, retracts, origin);
    }
}
