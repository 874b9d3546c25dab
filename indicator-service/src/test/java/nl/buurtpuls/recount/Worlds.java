package nl.buurtpuls.recount;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.*;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.event.Tenure;
import org.jspecify.annotations.Nullable;

/** Small hostile worlds: every kind of event, on few days, about few people, true or not. */
public final class Worlds {

    public static final String MUNICIPALITY = "GM0917";
    public static final String NEIGHBOUR = "GM0899";

    private static final List<String> BUURTEN =
            List.of("BU09171000", "BU09172000", "BU09172001", "BU09172100", "BU09173300", "BU09173400");
    private static final String NEIGHBOURS_BUURT = "BU08990101";
    private static final List<String> BIRTH_DATES = List.of(
            "2012-02-29",
            "2016-02-29",
            "1996-02-29",
            "2014-03-01",
            "2015-06",
            "1990",
            "2006-06-01",
            "1960-12-31",
            "2018-01-01",
            "2017-11-30",
            "2000-05-05");
    private static final List<LocalDate> BUSY_DAYS = List.of(
            LocalDate.of(2014, 1, 1),
            LocalDate.of(2015, 2, 28),
            LocalDate.of(2016, 2, 29),
            LocalDate.of(2016, 3, 1),
            LocalDate.of(2018, 2, 28),
            LocalDate.of(2019, 3, 31),
            LocalDate.of(2020, 2, 29),
            LocalDate.of(2021, 3, 1),
            LocalDate.of(2023, 10, 1),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(2024, 12, 31));
    private static final String SOURCE = "urn:nld:oin:00000001001234567000:systeem:world-";

    private final SplittableRandom random;
    private final int persons;
    private final List<Event> events = new ArrayList<>();

    private Worlds(long seed, int persons) {
        this.random = new SplittableRandom(seed);
        this.persons = persons;
    }

    /** The same arguments give the same world. */
    public static List<Event> random(long seed, int persons, int events) {
        Worlds world = new Worlds(seed, persons);
        for (int i = 0; i < events; i++) {
            world.happen();
        }
        return List.copyOf(world.events);
    }

    private void happen() {
        String person = "p" + random.nextInt(persons);
        LocalDate day = day();
        boolean repeatsId = !events.isEmpty() && random.nextInt(25) == 0;
        EventId id = repeatsId ? pick(events).id() : new EventId(SOURCE + random.nextInt(2), "e" + events.size());
        EventData data = data(person, day);
        LocalDate logged = data instanceof Retraction ? day : day.plusDays(random.nextInt(-20, 400));
        Instant time = logged.atStartOfDay().plusHours(random.nextInt(4)).toInstant(ZoneOffset.UTC);
        events.add(new Event(id, time, data));
    }

    private LocalDate day() {
        int draw = random.nextInt(100);
        if (draw < 55) {
            return pick(BUSY_DAYS);
        }
        if (draw < 57) {
            return LocalDate.of(1900, 1, 1).plusDays(random.nextInt(40_000));
        }
        if (draw < 59) {
            return LocalDate.of(2026, 12, 1).plusDays(random.nextInt(60));
        }
        return LocalDate.of(2012, 1, 1).plusDays(random.nextInt(5_400));
    }

    private EventData data(String person, LocalDate day) {
        Residence home = new Residence(
                pick(BUURTEN), "h" + random.nextInt(4), random.nextBoolean() ? "d" + random.nextInt(5) : null);
        PartialDate born = PartialDate.parse(pick(BIRTH_DATES));
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> new Stand(person, MUNICIPALITY, day, born, home, null);
            case 3 ->
                new Stand(person, MUNICIPALITY, day, born, home, pick(List.of(Place.UNKNOWN, Place.country("DE"))));
            case 4 -> new Birth(person, MUNICIPALITY, day, home);
            case 5 -> new Immigration(person, MUNICIPALITY, day, born, home, Place.country("PL"));
            case 6 -> new ReturnFromAbroad(person, MUNICIPALITY, day, born, home, Place.UNKNOWN);
            case 7, 8 -> new IntermunicipalMove(person, MUNICIPALITY, day, born, home, Place.municipality(NEIGHBOUR));
            case 9 ->
                new IntermunicipalMove(
                        person,
                        NEIGHBOUR,
                        day,
                        born,
                        new Residence(NEIGHBOURS_BUURT, home.household(), null),
                        Place.municipality(MUNICIPALITY));
            case 10, 11 -> new MoveWithin(person, MUNICIPALITY, day, home);
            case 12 -> new HouseholdChange(person, MUNICIPALITY, day, home);
            case 13 -> new Emigration(person, MUNICIPALITY, day, random.nextBoolean() ? Place.country("BE") : null);
            case 14 -> random.nextInt(3) == 0 ? new Death(person, MUNICIPALITY, day) : dwelling(home, day);
            case 15, 16 -> new BenefitGranted(person, MUNICIPALITY, day, pick(List.of(Scheme.values())), benefit());
            case 17 -> new BenefitEnded(person, MUNICIPALITY, day, pick(List.of(Scheme.values())), benefit());
            case 18 -> dwelling(home, day);
            default -> retraction(person);
        };
    }

    private @Nullable String benefit() {
        return random.nextInt(3) == 0 ? "b" + random.nextInt(2) : null;
    }

    private EventData dwelling(Residence home, LocalDate day) {
        Long woz = random.nextInt(3) == 0 ? null : Long.valueOf(100_000L + random.nextInt(200_000));
        return new DwellingRegistered(
                "d" + random.nextInt(5), MUNICIPALITY, day, home.buurt(), pick(List.of(Tenure.values())), woz);
    }

    /** Of something that came, or comes later; mostly of the right person. */
    private EventData retraction(String person) {
        if (events.isEmpty() || random.nextInt(6) == 0) {
            EventId later = new EventId(SOURCE + "0", "e" + (events.size() + random.nextInt(20)));
            return new Retraction(MUNICIPALITY, new Subject.Person(person), later, null);
        }
        Event wrong = pick(events);
        Subject subject = random.nextInt(8) == 0
                ? new Subject.Person(person)
                : wrong.data().subject();
        String left = wrong.data().municipalityLeft();
        return new Retraction(
                wrong.data().municipality(), subject, wrong.id(), left == null ? null : Place.municipality(left));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
