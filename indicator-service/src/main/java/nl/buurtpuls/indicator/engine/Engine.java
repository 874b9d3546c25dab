package nl.buurtpuls.indicator.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.indicator.contribution.DwellingContributions;
import nl.buurtpuls.indicator.contribution.Household;
import nl.buurtpuls.indicator.contribution.HouseholdCodec;
import nl.buurtpuls.indicator.contribution.PersonContributions;
import nl.buurtpuls.indicator.dossier.Dossier;
import nl.buurtpuls.indicator.dossier.DossierCodec;
import nl.buurtpuls.indicator.dossier.FactOrder;
import nl.buurtpuls.indicator.ledger.Balance;
import nl.buurtpuls.indicator.ledger.Cell;
import nl.buurtpuls.indicator.ledger.Posting;
import nl.buurtpuls.indicator.timeline.Finding;
import nl.buurtpuls.indicator.timeline.Life;
import nl.buurtpuls.indicator.timeline.Timeline;

/**
 * Applies events to the state of municipalities: what the subject contributed before, the fact added, what it
 * contributes after; the difference is posted. The ledger is thus a function of the set of facts, whatever the order
 * and number of their arrivals.
 */
public final class Engine {

    private final AreaTable areas;
    private final Tables tables;
    private final PersonContributions persons;
    private final DwellingContributions dwellings;

    public Engine(AreaTable areas, Tables tables) {
        this.areas = areas;
        this.tables = tables;
        this.persons = new PersonContributions(areas);
        this.dwellings = new DwellingContributions(areas);
    }

    /**
     * Applies an event as the municipality sees it: its own, or one that says who left it.
     *
     * @throws IllegalArgumentException if the event concerns another municipality
     */
    public void apply(String municipality, Event event, Changes changes) {
        if (!event.data().concerns(municipality)) {
            throw new IllegalArgumentException(
                    "an event of " + event.data().municipality() + " under the key of " + municipality);
        }
        Subject subject = event.data().subject();
        byte[] eventKey = Keys.event(municipality, event.id());
        byte[] holder = tables.events().get(eventKey);
        Posting posting = new Posting();
        if (holder == null) {
            tables.events().put(eventKey, Keys.nameOf(subject).getBytes(StandardCharsets.UTF_8));
            replace(municipality, subject, dossier -> dossier.with(event), posting, changes);
        } else {
            Subject holding = Keys.subject(new String(holder, StandardCharsets.UTF_8));
            resolve(municipality, event, eventKey, holding, posting, changes);
        }
        post(municipality, posting, changes);
    }

    /** The event came before: the same again, or with other content, maybe about someone else. */
    private void resolve(
            String municipality, Event event, byte[] eventKey, Subject holding, Posting posting, Changes changes) {
        Event held = read(municipality, holding).find(event.id());
        if (held == null) {
            throw new IllegalStateException("the dossier of an event's subject lacks the event");
        }
        if (held.equals(event)) {
            return;
        }
        changes.finding(new Finding(Finding.Rule.CONFLICTING_CONTENT, event.id()));
        if (FactOrder.PRECEDENCE.compare(held, event) <= 0) {
            return;
        }
        Subject subject = event.data().subject();
        if (!holding.equals(subject)) {
            EventId id = event.id();
            replace(municipality, holding, dossier -> dossier.without(id), posting, changes);
            tables.events().put(eventKey, Keys.nameOf(subject).getBytes(StandardCharsets.UTF_8));
        }
        replace(municipality, subject, dossier -> dossier.with(event), posting, changes);
    }

    private interface Change {
        Dossier of(Dossier dossier);
    }

    private Dossier read(String municipality, Subject subject) {
        byte[] stored = tables.dossiers().get(Keys.dossier(municipality, subject));
        return stored == null ? Dossier.EMPTY : DossierCodec.decode(subject, stored);
    }

    private void replace(String municipality, Subject subject, Change change, Posting posting, Changes changes) {
        Dossier before = read(municipality, subject);
        Dossier after = change.of(before);
        tables.dossiers().put(Keys.dossier(municipality, subject), after.isEmpty() ? null : DossierCodec.encode(after));
        if (subject instanceof Subject.Person person) {
            Timeline livedBefore = Life.of(municipality, before.standing());
            Timeline livesNow = Life.of(municipality, after.standing());
            persons.post(livedBefore, livesNow, posting);
            households(municipality, person.id(), livedBefore, livesNow, posting);
            findings(livedBefore, livesNow, changes);
        } else {
            dwellings.enter(before.standing(), posting.before());
            dwellings.enter(after.standing(), posting.after());
        }
    }

    private void households(
            String municipality, String person, Timeline livedBefore, Timeline livesNow, Posting posting) {
        Map<Household.Key, Household.Member> before = Household.memberships(livedBefore);
        Map<Household.Key, Household.Member> after = Household.memberships(livesNow);
        Set<Household.Key> touched = new HashSet<>(before.keySet());
        touched.addAll(after.keySet());
        for (Household.Key key : touched) {
            Household.Member member = after.get(key);
            if (member != null && member.equals(before.get(key))) {
                continue;
            }
            byte[] storedUnder = Keys.household(municipality, key);
            byte[] stored = tables.households().get(storedUnder);
            Household was = stored == null ? Household.EMPTY : HouseholdCodec.decode(stored);
            Household is = member == null ? was.without(person) : was.with(person, member);
            is.post(was, areas.around(key.buurt()), posting);
            tables.households().put(storedUnder, is.isEmpty() ? null : HouseholdCodec.encode(is));
        }
    }

    private static void findings(Timeline livedBefore, Timeline livesNow, Changes changes) {
        if (livesNow.findings().isEmpty()) {
            return;
        }
        Set<Finding> known = new HashSet<>(livedBefore.findings());
        for (Finding finding : livesNow.findings()) {
            if (!known.contains(finding)) {
                changes.finding(finding);
            }
        }
    }

    private void post(String municipality, Posting posting, Changes changes) {
        for (Map.Entry<Cell, Long> change : posting.changes().entrySet()) {
            Cell cell = change.getKey();
            boolean plane = cell.measure().kind() == Measure.Kind.PLANE;
            Table table = plane ? tables.planes() : tables.cells();
            byte[] key = plane ? Keys.plane(municipality, cell) : Keys.cell(municipality, cell);
            Balance balance = Balance.decode(table.get(key)).plus(change.getValue());
            // Hardly two events touch the same point of a plane: it is told at once, nothing is gained by waiting.
            table.put(key, (plane ? balance.asPublished() : balance).encode());
            changes.cell(cell, balance.value(), change.getValue());
        }
    }

    /** The value of a stock or flow cell if it is news, which it then no longer is; nothing if it is none. */
    public OptionalLong publish(String municipality, Cell cell) {
        byte[] key = Keys.cell(municipality, cell);
        Balance balance = Balance.decode(tables.cells().get(key));
        if (balance.isPublished()) {
            return OptionalLong.empty();
        }
        tables.cells().put(key, balance.asPublished().encode());
        return OptionalLong.of(balance.value());
    }
}
