package nl.buurtpuls.contract.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a register says in one event. The implementations are the only kinds there are, one per {@link EventType}.
 * Persons are pseudonyms here: a BSN never passes the door.
 */
public sealed interface EventData {

    EventType type();

    /** CBS code of the register the event comes from, {@code GM0917}. */
    String municipality();

    /** An event about a person, from {@code effectiveDate} on. */
    sealed interface OfPerson extends EventData {
        /** Pseudonym, the same in all municipalities. */
        String person();

        LocalDate effectiveDate();
    }

    /** An event that places a person at an address. */
    sealed interface Placement extends OfPerson {
        Residence residence();
    }

    /** An event that enters a person in the register, whom it may not know yet. */
    sealed interface Registration extends Placement {
        PartialDate birthDate();

        /** Where the person came from; {@code null} for one who lived here before the register began to send. */
        @Nullable
        Place origin();
    }

    /** An event about one grant of a benefit. */
    sealed interface OfBenefit extends OfPerson {
        Scheme scheme();

        /** The sender's name for the grant; {@code null} where a person has one grant of a scheme. */
        @Nullable
        String benefit();
    }

    /** Baseline load: this person lives here; arrived on {@code effectiveDate} if {@code origin} is given. */
    record Stand(
            String person,
            String municipality,
            LocalDate effectiveDate,
            PartialDate birthDate,
            Residence residence,
            @Nullable Place origin)
            implements Registration {
        @Override
        public EventType type() {
            return EventType.STAND;
        }
    }

    /** Birth; {@code effectiveDate} is the birth date. */
    record Birth(String person, String municipality, LocalDate effectiveDate, Residence residence)
            implements Placement {
        @Override
        public EventType type() {
            return EventType.BIRTH;
        }
    }

    /** First registration on arrival from abroad. */
    record Immigration(
            String person,
            String municipality,
            LocalDate effectiveDate,
            PartialDate birthDate,
            Residence residence,
            Place origin)
            implements Registration {
        @Override
        public EventType type() {
            return EventType.IMMIGRATION;
        }
    }

    /** Move from {@code origin}'s municipality to {@code municipality}, sent by the receiving one. */
    record IntermunicipalMove(
            String person,
            String municipality,
            LocalDate effectiveDate,
            PartialDate birthDate,
            Residence residence,
            Place origin)
            implements Registration {
        @Override
        public EventType type() {
            return EventType.INTERMUNICIPAL_MOVE;
        }
    }

    /** Return from abroad of a person registered before. */
    record ReturnFromAbroad(
            String person,
            String municipality,
            LocalDate effectiveDate,
            PartialDate birthDate,
            Residence residence,
            Place origin)
            implements Registration {
        @Override
        public EventType type() {
            return EventType.RETURN_FROM_ABROAD;
        }
    }

    /** Move within the municipality. */
    record MoveWithin(String person, String municipality, LocalDate effectiveDate, Residence residence)
            implements Placement {
        @Override
        public EventType type() {
            return EventType.MOVE_WITHIN;
        }
    }

    /** The person joins another household at the same address. */
    record HouseholdChange(String person, String municipality, LocalDate effectiveDate, Residence residence)
            implements Placement {
        @Override
        public EventType type() {
            return EventType.HOUSEHOLD_CHANGE;
        }
    }

    record Emigration(
            String person,
            String municipality,
            LocalDate effectiveDate,
            @Nullable Place destination) implements OfPerson {
        @Override
        public EventType type() {
            return EventType.EMIGRATION;
        }
    }

    record Death(String person, String municipality, LocalDate effectiveDate) implements OfPerson {
        @Override
        public EventType type() {
            return EventType.DEATH;
        }
    }

    /** A benefit starts; {@code benefit} tells two grants of one scheme apart. */
    record BenefitGranted(
            String person,
            String municipality,
            LocalDate effectiveDate,
            Scheme scheme,
            @Nullable String benefit) implements OfBenefit {
        @Override
        public EventType type() {
            return EventType.BENEFIT_GRANTED;
        }
    }

    /** A benefit ends; {@code effectiveDate} is the first day without it. */
    record BenefitEnded(
            String person,
            String municipality,
            LocalDate effectiveDate,
            Scheme scheme,
            @Nullable String benefit) implements OfBenefit {
        @Override
        public EventType type() {
            return EventType.BENEFIT_ENDED;
        }
    }

    /**
     * Income class of the person's household for a calendar year.
     *
     * @param lowIncome in the lowest national third of standardised household income
     * @param belowSocialMinimum120 at most 120% of the social minimum
     */
    record IncomeAssessed(
            String person,
            String municipality,
            LocalDate effectiveDate,
            int year,
            boolean lowIncome,
            boolean belowSocialMinimum120)
            implements OfPerson {
        @Override
        public EventType type() {
            return EventType.INCOME_ASSESSED;
        }
    }

    /** A dwelling's tenure from {@code effectiveDate} on; {@code wozValue} in EUR. */
    record DwellingRegistered(
            String dwelling,
            String municipality,
            LocalDate effectiveDate,
            String buurt,
            Tenure tenure,
            @Nullable Long wozValue)
            implements EventData {
        @Override
        public EventType type() {
            return EventType.DWELLING_REGISTERED;
        }
    }

    /**
     * An earlier event was wrong: it counts no longer, from the beginning.
     *
     * @param subject the person or dwelling that the retracted event names
     * @param origin as in the retracted event, if that was an inter-municipal move
     */
    record Retraction(
            String municipality,
            Subject subject,
            EventId retracts,
            @Nullable Place origin) implements EventData {
        /**
         * Whether it takes a fact back under the key of a municipality, which is one of those that the fact and this concern. It
         * names the fact and whom that is about; and what a register said itself no other takes back.
         */
        public boolean actsOn(Event fact, String key) {
            return retracts.equals(fact.id())
                    && subject.equals(fact.data().subject())
                    && (municipality.equals(key) || !fact.data().municipality().equals(key));
        }

        @Override
        public EventType type() {
            return EventType.RETRACTION;
        }
    }

    /** Whom or what this event is about. */
    default Subject subject() {
        if (this instanceof OfPerson ofPerson) {
            return new Subject.Person(ofPerson.person());
        }
        if (this instanceof DwellingRegistered registered) {
            return new Subject.Dwelling(registered.dwelling());
        }
        return ((Retraction) this).subject();
    }

    /** Whether the event counts in this municipality: its own register's, or one that says who left it. */
    default boolean concerns(String municipality) {
        return municipality.equals(municipality()) || municipality.equals(municipalityLeft());
    }

    /** The municipality left, for an inter-municipal move or the retraction of one; {@code null} otherwise. */
    default @Nullable String municipalityLeft() {
        if (this instanceof IntermunicipalMove move) {
            return move.origin().municipality();
        }
        if (this instanceof Retraction retraction && retraction.origin() != null) {
            return retraction.origin().municipality();
        }
        return null;
    }
}
