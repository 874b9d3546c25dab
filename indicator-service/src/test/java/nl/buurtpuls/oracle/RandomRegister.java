package nl.buurtpuls.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.IncomeAssessed;
import nl.buurtpuls.contract.event.EventData.IntermunicipalMove;
import nl.buurtpuls.contract.event.EventData.MoveWithin;
import nl.buurtpuls.contract.event.EventData.OfPerson;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventData.Stand;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Subject;
import org.jspecify.annotations.Nullable;

/** Writes the events of a random world, lives and nonsense. One random sequence drives all of it. */
final class RandomRegister {

    private static final List<String> SOURCES = List.of(
            "urn:nld:oin:00000001001234567000:systeem:burgerzaken",
            "urn:nld:oin:00000001001234567000:systeem:sociaal-domein");

    private final Random random;
    private final int persons;
    private final RandomFacts facts;
    private final List<Event> events = new ArrayList<>();
    private int lives;

    RandomRegister(Random random, int persons) {
        this.random = random;
        this.persons = persons;
        this.facts = new RandomFacts(random, persons);
    }

    int size() {
        return events.size();
    }

    /** Leaves the first so many, of which there are enough. */
    void forgetAllBut(int first) {
        events.subList(first, events.size()).clear();
    }

    /** The events in an order in which they might come: as logged, some late, or in no order at all. */
    List<Event> sent(boolean inNoOrder) {
        List<Event> sent = new ArrayList<>(events);
        if (inNoOrder) {
            Collections.shuffle(sent, random);
            return sent;
        }
        sent.sort((a, b) -> a.time().compareTo(b.time()));
        for (int late = sent.size() / 10; late > 0; late--) {
            Event event = sent.remove(random.nextInt(sent.size()));
            sent.add(random.nextInt(sent.size() + 1), event);
        }
        return sent;
    }

    /** Writes a life that could have been, of the next person in turn, and sometimes a dwelling. */
    void aLife() {
        new RandomLife(random, "p" + lives % persons, facts, this).write();
        lives++;
        if (random.nextInt(2) == 0) {
            aDwelling();
        }
    }

    /** A dwelling that is let, sold, or registered in another buurt, mostly before the lives in it are over. */
    private void aDwelling() {
        String dwelling = facts.aDwelling();
        String municipality = facts.aMunicipality();
        for (int registrations = 1 + random.nextInt(3); registrations > 0; registrations--) {
            write(facts.registration(dwelling, municipality));
        }
    }

    /** Writes one event that need not make sense. */
    void nonsense() {
        int kind = random.nextInt(21);
        if (events.isEmpty() || kind < 12) {
            write(
                    random.nextInt(12) == 0
                            ? facts.registration(facts.aDwelling(), facts.aMunicipality())
                            : facts.anyFact(facts.aPerson()));
            return;
        }
        Event earlier = RandomFacts.pick(random, events);
        switch (kind) {
            case 12 -> events.add(earlier);
            case 13 -> writeTwin(earlier);
            case 14, 15 -> writeInConflictWith(earlier, otherContent(earlier.data()));
            case 16 -> writeInConflictWith(earlier, facts.anyFact(facts.aPerson()));
            case 17 -> write(retraction(earlier, wrongSubject(earlier.data()), leftBy(earlier)));
            // No origin where there should be one: the key of the municipality left gets no retraction.
            case 18 -> write(retraction(earlier, earlier.data().subject(), null));
            case 19 -> meddle(earlier);
            default -> write(retraction(earlier, earlier.data().subject(), leftBy(earlier)));
        }
    }

    /** Appends an event with a new id, logged some time around its day. */
    void write(EventData data) {
        events.add(new Event(newId(), logged(dayOf(data)), data));
    }

    /** Appends an event and its retraction. */
    void writeAndTakeBack(EventData data) {
        write(data);
        Event wrong = events.get(events.size() - 1);
        write(new Retraction(data.municipality(), data.subject(), wrong.id(), leftBy(wrong)));
    }

    private EventId newId() {
        // Numbers without leading zeros, so that the order of ids is not the order of writing.
        String id = (random.nextInt(4) == 0 ? "E" : "e-") + events.size();
        return new EventId(RandomFacts.pick(random, SOURCES), random.nextInt(20) == 0 ? "e-" + random.nextInt(5) : id);
    }

    /** Mostly one of a few moments of the day itself, so that facts of one day tie; at most 31 days before it. */
    private Instant logged(LocalDate day) {
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return switch (random.nextInt(8)) {
            case 0 -> midnight.minus(Duration.ofDays(1 + random.nextInt(29)));
            case 1 -> midnight.plus(Duration.ofDays(random.nextInt(900)));
            case 2 -> midnight.plusMillis(random.nextInt(2));
            case 3, 4 -> midnight.plusSeconds(3600L * (9 + random.nextInt(2)));
            default -> midnight.plusSeconds(3600L * 9);
        };
    }

    /** Appends other content under an id that is taken, often logged at the same moment. */
    private void writeInConflictWith(Event earlier, EventData data) {
        LocalDate day = dayOf(data);
        // An effective date may lie at most 31 days after the day of logging.
        boolean mayTie = earlier.time()
                .isAfter(day.minusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant());
        Instant time = mayTie && random.nextInt(3) > 0 ? earlier.time() : logged(day);
        events.add(new Event(earlier.id(), time, data));
    }

    /** Appends a fact that only the source can tell from another in order: same person, day, moment and id. */
    private void writeTwin(Event earlier) {
        if (earlier.data() instanceof OfPerson fact) {
            String source = SOURCES.get(1 - SOURCES.indexOf(earlier.id().source()));
            EventData data = facts.anyFact(fact.person(), fact.municipality(), fact.effectiveDate());
            events.add(new Event(new EventId(source, earlier.id().id()), earlier.time(), data));
        }
    }

    /** Content of a like kind for the same person, so that only a part differs. */
    private EventData otherContent(EventData data) {
        if (data instanceof OfPerson fact) {
            LocalDate day = random.nextBoolean() ? fact.effectiveDate() : facts.aDay();
            if (fact instanceof MoveWithin) {
                return new MoveWithin(fact.person(), fact.municipality(), day, facts.residenceIn(fact.municipality()));
            }
            if (fact instanceof Stand stand) {
                return new Stand(
                        fact.person(), fact.municipality(), day, facts.aBirthDate(), stand.residence(), stand.origin());
            }
            if (fact instanceof IncomeAssessed income) {
                return facts.income(fact.person(), fact.municipality(), income.year());
            }
            return facts.anyFact(fact.person(), fact.municipality(), day);
        }
        if (data instanceof Retraction) {
            Event another = RandomFacts.pick(random, events);
            return retraction(another, another.data().subject(), leftBy(another));
        }
        return facts.registration(facts.aDwelling(), facts.aMunicipality());
    }

    private LocalDate dayOf(EventData data) {
        return data instanceof Retraction ? RandomFacts.pick(random, RandomFacts.HOT_DAYS) : Facts.effectiveDate(data);
    }

    private Subject wrongSubject(EventData data) {
        return random.nextInt(4) == 0
                ? new Subject.Dwelling(data.subject().id())
                : new Subject.Person("p" + random.nextInt(persons + 1));
    }

    private @Nullable Place leftBy(Event event) {
        String left = event.data().municipalityLeft();
        return left == null ? null : Place.municipality(left);
    }

    /** Another register takes back or overrules, as the one that someone moved to, what a register said itself. */
    private void meddle(Event said) {
        String register = said.data().municipality();
        String other = facts.aMunicipality();
        if (other.equals(register)) {
            return;
        }
        Place from = Place.municipality(register);
        if (random.nextBoolean() || !(said.data() instanceof OfPerson fact)) {
            write(new Retraction(other, said.data().subject(), said.id(), from));
        } else {
            EventData move = new IntermunicipalMove(
                    fact.person(),
                    other,
                    fact.effectiveDate(),
                    PartialDate.parse("1980"),
                    facts.residenceIn(other),
                    from);
            events.add(new Event(said.id(), said.time().minusSeconds(random.nextInt(2)), move));
        }
    }

    private EventData retraction(Event wrong, Subject subject, @Nullable Place origin) {
        String municipality = wrong.data().municipality();
        return new Retraction(
                random.nextInt(12) == 0 && origin == null ? facts.aMunicipality() : municipality,
                subject,
                wrong.id(),
                origin);
    }
}
