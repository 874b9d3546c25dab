package nl.buurtpuls.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.BenefitEnded;
import nl.buurtpuls.contract.event.EventData.BenefitGranted;
import nl.buurtpuls.contract.event.EventData.Birth;
import nl.buurtpuls.contract.event.EventData.Death;
import nl.buurtpuls.contract.event.EventData.DwellingRegistered;
import nl.buurtpuls.contract.event.EventData.Emigration;
import nl.buurtpuls.contract.event.EventData.HouseholdChange;
import nl.buurtpuls.contract.event.EventData.Immigration;
import nl.buurtpuls.contract.event.EventData.IncomeAssessed;
import nl.buurtpuls.contract.event.EventData.IntermunicipalMove;
import nl.buurtpuls.contract.event.EventData.MoveWithin;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventData.ReturnFromAbroad;
import nl.buurtpuls.contract.event.EventData.Stand;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.event.Tenure;
import org.jspecify.annotations.Nullable;

/**
 * Events of one person, told in sentences: {@code resident("anna").bornOn("1987-05-12").livesIn(PASSART)
 * .from("2014-01-01").movesTo(UTERWEG).on("2016-03-01").events()}. Every verb is completed by {@code on} or
 * {@code from} with its day. Events are logged at noon of their day, one second after another in the order told, and
 * named {@code anna-1}, {@code anna-2} and so on.
 */
public final class Lives {

    /** The register of Heerlen. */
    public static final String HEERLEN = "GM0917";

    /** The register of Brunssum. */
    public static final String BRUNSSUM = "GM0899";

    /** In Heerlen-Noord, wijk 20. */
    public static final String WEGGEBEKKER = "BU09172000";

    /** In Heerlen-Noord, wijk 20. */
    public static final String UTERWEG = "BU09172001";

    /** In Heerlen-Noord, wijk 21. */
    public static final String PASSART = "BU09172100";

    /** Not in Heerlen-Noord, wijk 33. */
    public static final String CENTRUM = "BU09173300";

    /** Made up, in Brunssum. */
    public static final String IN_BRUNSSUM = "BU08990000";

    /** All events told here come from this system. */
    public static final String SOURCE = "urn:nld:oin:00000001001234567000:systeem:burgerzaken";

    private final String person;
    private final List<Event> events = new ArrayList<>();
    private PartialDate birthDate = PartialDate.parse("1980-01-01");
    private String buurt = WEGGEBEKKER;
    private String household;
    private @Nullable String dwelling;
    private @Nullable Function<LocalDate, EventData> verb;

    private Lives(String person) {
        this.person = person;
        this.household = "h-" + person;
    }

    /** Begins the story of a person, by pseudonym. */
    public static Lives resident(String person) {
        return new Lives(person);
    }

    /** Birth date as later events give it, {@code 1987-05-12}, {@code 1987-05} or {@code 1987}. */
    public Lives bornOn(String date) {
        birthDate = PartialDate.parse(date);
        return this;
    }

    /** The household of the next residence. */
    public Lives inHousehold(String name) {
        household = name;
        return this;
    }

    /** The dwelling of the next residence. */
    public Lives inDwelling(String name) {
        dwelling = name;
        return this;
    }

    /** Baseline load without origin. */
    public Lives livesIn(String where) {
        buurt = where;
        return does(day -> new Stand(person, municipality(), day, birthDate, residence(), null));
    }

    /** Baseline load with an origin: an arrival. */
    public Lives livesIn(String where, Place origin) {
        buurt = where;
        return does(day -> new Stand(person, municipality(), day, birthDate, residence(), origin));
    }

    /** Birth in this buurt; its day becomes the birth date. */
    public Lives isBornIn(String where) {
        buurt = where;
        return does(day -> {
            birthDate = PartialDate.of(day);
            return new Birth(person, municipality(), day, residence());
        });
    }

    /** First registration, from abroad. */
    public Lives immigratesTo(String where) {
        buurt = where;
        return does(day -> new Immigration(person, municipality(), day, birthDate, residence(), Place.country("DE")));
    }

    /** Return from abroad. */
    public Lives comesBackTo(String where) {
        buurt = where;
        return does(
                day -> new ReturnFromAbroad(person, municipality(), day, birthDate, residence(), Place.country("DE")));
    }

    /** Move to the municipality of the buurt from the municipality named. */
    public Lives movesFrom(String municipalityLeft, String where) {
        buurt = where;
        return does(day -> new IntermunicipalMove(
                person, municipality(), day, birthDate, residence(), Place.municipality(municipalityLeft)));
    }

    /** Move within the municipality. */
    public Lives movesTo(String where) {
        buurt = where;
        return does(day -> new MoveWithin(person, municipality(), day, residence()));
    }

    /** Household change in the buurt lived in. */
    public Lives joins(String name) {
        household = name;
        return does(day -> new HouseholdChange(person, municipality(), day, residence()));
    }

    public Lives emigrates() {
        return does(day -> new Emigration(person, municipality(), day, null));
    }

    public Lives dies() {
        return does(day -> new Death(person, municipality(), day));
    }

    /** Income class of the year that begins on the day given. */
    public Lives hasIncome(boolean low, boolean below120) {
        return does(day -> new IncomeAssessed(person, municipality(), day, day.getYear(), low, below120));
    }

    /** A grant without a name. */
    public Lives receives(Scheme scheme) {
        return does(day -> new BenefitGranted(person, municipality(), day, scheme, null));
    }

    public Lives receives(Scheme scheme, String benefit) {
        return does(day -> new BenefitGranted(person, municipality(), day, scheme, benefit));
    }

    /** End of the grant without a name. */
    public Lives noLongerReceives(Scheme scheme) {
        return does(day -> new BenefitEnded(person, municipality(), day, scheme, null));
    }

    public Lives noLongerReceives(Scheme scheme, String benefit) {
        return does(day -> new BenefitEnded(person, municipality(), day, scheme, benefit));
    }

    /** Completes a verb with its day. */
    public Lives on(String date) {
        LocalDate day = LocalDate.parse(date);
        int number = events.size() + 1;
        Instant noon = day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        EventId id = new EventId(SOURCE, person + "-" + number);
        events.add(new Event(
                id,
                noon.plusSeconds(number),
                Objects.requireNonNull(verb, "no verb before on").apply(day)));
        verb = null;
        return this;
    }

    /** Completes a verb with its day. */
    public Lives from(String date) {
        return on(date);
    }

    /** The last event was logged at this moment. */
    public Lives loggedAt(String instant) {
        Event last = events.remove(events.size() - 1);
        events.add(new Event(last.id(), Instant.parse(instant), last.data()));
        return this;
    }

    /** The last event has this id. */
    public Lives named(String id) {
        Event last = events.remove(events.size() - 1);
        events.add(new Event(new EventId(SOURCE, id), last.time(), last.data()));
        return this;
    }

    /** The events told, in the order told. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** The events of several stories. */
    public static List<Event> of(Lives... lives) {
        List<Event> all = new ArrayList<>();
        for (Lives one : lives) {
            all.addAll(one.events());
        }
        return all;
    }

    /** The retraction that takes an event back, as its sender would send it. */
    public static Event retraction(Event wrong) {
        return retraction(wrong, wrong.data().subject());
    }

    /** A retraction of an event that names this subject. */
    public static Event retraction(Event wrong, Subject subject) {
        String left = wrong.data().municipalityLeft();
        return new Event(
                new EventId(SOURCE, "not-" + wrong.id().id()),
                wrong.time().plusSeconds(3600),
                new Retraction(
                        wrong.data().municipality(),
                        subject,
                        wrong.id(),
                        left == null ? null : Place.municipality(left)));
    }

    /** A dwelling's registration. */
    public static Event dwelling(String name, String buurt, String date, Tenure tenure, @Nullable Long wozValue) {
        LocalDate day = LocalDate.parse(date);
        return new Event(
                new EventId(SOURCE, name + "-" + date),
                day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                new DwellingRegistered(name, "GM" + buurt.substring(2, 6), day, buurt, tenure, wozValue));
    }

    private Lives does(Function<LocalDate, EventData> what) {
        verb = what;
        return this;
    }

    private String municipality() {
        return "GM" + buurt.substring(2, 6);
    }

    private Residence residence() {
        return new Residence(buurt, household, dwelling);
    }
}
