package nl.buurtpuls.indicator.engine;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.FactOrder;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.finding.Conflict;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import nl.buurtpuls.indicator.contribution.DwellingContributions;
import nl.buurtpuls.indicator.contribution.DwellingHistory;
import nl.buurtpuls.indicator.contribution.DwellingRecipients;
import nl.buurtpuls.indicator.contribution.Household;
import nl.buurtpuls.indicator.contribution.HouseholdCodec;
import nl.buurtpuls.indicator.contribution.PersonContributions;
import nl.buurtpuls.indicator.dossier.Dossier;
import nl.buurtpuls.indicator.dossier.DossierCodec;
import nl.buurtpuls.indicator.ledger.Ledger;
import nl.buurtpuls.indicator.ledger.Page;
import nl.buurtpuls.indicator.ledger.PageKey;
import nl.buurtpuls.indicator.ledger.Posting;
import nl.buurtpuls.indicator.ledger.Residue;
import nl.buurtpuls.indicator.timeline.Finding;
import nl.buurtpuls.indicator.timeline.Life;
import nl.buurtpuls.indicator.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Applies events to the state of municipalities: what the subject contributed before, the fact added, what it
 * contributes after; the difference is posted. The ledger is thus a function of the set of facts, whatever the order
 * and number of their arrivals.
 */
public final class Engine {

    /**
     * Version of the rules by which facts become figures. Raised whenever the same facts give other figures: what is posted is a
     * difference, so a state that was made by other rules cannot be gone on with.
     */
    public static final int RULES = 1;

    private final AreaTable areas;
    private final Tables tables;
    private final PersonContributions persons;
    private final DwellingContributions dwellings;

    private final Map<String, Ledger> ledgers = new HashMap<>();

    public Engine(AreaTable areas, Tables tables) {
        this.areas = areas;
        this.tables = tables;
        this.persons = new PersonContributions(areas);
        this.dwellings = new DwellingContributions(areas);
    }

    /**
     * Applies an event as the municipality sees it: its own, or one that says who left it. If it fails, nothing has been
     * written or told.
     *
     * @throws IllegalArgumentException if the event concerns another municipality
     */
    public void apply(String municipality, Event event, Changes changes) {
        if (!event.data().concerns(municipality)) {
            throw new IllegalArgumentException(
                    "an event of " + event.data().municipality() + " under the key of " + municipality);
        }
        Application application = new Application(municipality);
        application.add(event);
        application.make(changes);
    }

    /**
     * Takes a person out of a municipality, as if nothing had ever been said of them: from the day on they count no
     * longer. Figures of the days before are to keep their counts: what that takes is told as residue, unless it was
     * taken over already.
     */
    public void erase(String municipality, String person, LocalDate day, boolean takenOver, Changes changes) {
        Application application = new Application(municipality);
        application.erase(new Subject.Person(person));
        if (!takenOver) {
            application.keepThePast(Math.toIntExact(day.toEpochDay()));
        }
        application.make(changes);
    }

    /** Takes over what erased persons have left in cells of a municipality, in place of what stood there before. */
    public void takeOver(String municipality, Map<LedgerKey, Long> residues, Changes changes) {
        Application application = new Application(municipality);
        residues.forEach(application::takeOver);
        application.make(changes);
    }

    /** One event's way into the state: everything is worked out first, and then written. */
    private final class Application {

        private final String municipality;
        private final Draft events = new Draft(tables.events());
        private final Draft dossiers = new Draft(tables.dossiers());
        private final Draft households = new Draft(tables.households());
        private final Draft recipients = new Draft(tables.dwellings());
        private final Draft residues = new Draft(tables.residues());
        private final Posting posting = new Posting();
        private final List<Finding> findings = new ArrayList<>();
        /** Residues that changed, as they are now. */
        private final Map<LedgerKey, Long> left = new HashMap<>();

        Application(String municipality) {
            this.municipality = municipality;
        }

        void add(Event event) {
            Subject subject = event.data().subject();
            byte[] eventKey = Keys.event(municipality, event.id());
            byte[] holder = events.get(eventKey);
            if (holder == null) {
                events.put(eventKey, Keys.nameOf(subject).getBytes(StandardCharsets.UTF_8));
                replace(subject, dossier -> dossier.with(event));
            } else {
                resolve(event, eventKey, Keys.subject(new String(holder, StandardCharsets.UTF_8)));
            }
        }

        /** The event came before: the same again, or with other content, maybe about someone else. */
        private void resolve(Event event, byte[] eventKey, Subject holding) {
            Event held = read(holding).find(event.id());
            if (held == null) {
                throw new IllegalStateException("the dossier of an event's subject lacks the event");
            }
            if (held.equals(event)) {
                return;
            }
            boolean heldCounts = FactOrder.precedence(municipality).compare(held, event) <= 0;
            Conflict conflict = heldCounts ? Conflict.of(held, event) : Conflict.of(event, held);
            findings.add(Finding.of(conflict, event.id()));
            if (heldCounts) {
                return;
            }
            Subject subject = event.data().subject();
            if (!holding.equals(subject)) {
                EventId id = event.id();
                replace(holding, dossier -> dossier.without(id));
                events.put(eventKey, Keys.nameOf(subject).getBytes(StandardCharsets.UTF_8));
            }
            replace(subject, dossier -> dossier.with(event));
        }

        void erase(Subject person) {
            Dossier dossier = read(person);
            if (!dossier.isEmpty()) {
                dossier.ids().forEach(id -> events.put(Keys.event(municipality, id), null));
                replace(person, any -> Dossier.EMPTY);
            }
        }

        void keepThePast(int day) {
            Posting residue = Residue.of(posting, day);
            residue.cells((cell, n) -> {
                long value = number(residues.get(Keys.residue(municipality, cell))) + n;
                residues.put(Keys.residue(municipality, cell), encode(value));
                left.put(cell, value);
            });
            posting.add(residue);
        }

        void takeOver(LedgerKey cell, long value) {
            byte[] storedUnder = Keys.residue(municipality, cell);
            long more = value - number(residues.get(storedUnder));
            if (more != 0) {
                residues.put(storedUnder, encode(value));
                posting.add(cell, more);
            }
        }

        private Dossier read(Subject subject) {
            byte[] stored = dossiers.get(Keys.dossier(municipality, subject));
            return stored == null ? Dossier.EMPTY : DossierCodec.decode(subject, stored);
        }

        private void replace(Subject subject, UnaryOperator<Dossier> change) {
            Dossier before = read(subject);
            Dossier after = change.apply(before);
            dossiers.put(Keys.dossier(municipality, subject), after.isEmpty() ? null : DossierCodec.encode(after));
            if (subject instanceof Subject.Person person) {
                Timeline livedBefore = Life.of(municipality, before.standing(municipality));
                Timeline livesNow = Life.of(municipality, after.standing(municipality));
                persons.post(municipality, livedBefore, livesNow, posting);
                postHouseholds(person.id(), livedBefore, livesNow);
                postDwellings(person.id(), livedBefore, livesNow);
                find(livedBefore, livesNow);
            } else {
                postDwelling(
                        subject.id(),
                        DwellingHistory.of(before.standing(municipality)),
                        DwellingHistory.of(after.standing(municipality)));
            }
        }

        private void postDwelling(String dwelling, DwellingHistory before, DwellingHistory after) {
            dwellings.enter(before, posting.before());
            dwellings.enter(after, posting.after());
            DwellingRecipients living =
                    DwellingRecipients.decode(recipients.get(Keys.dwelling(municipality, dwelling)));
            living.enter(before, areas, posting.before());
            living.enter(after, areas, posting.after());
        }

        private void postDwellings(String person, Timeline livedBefore, Timeline livesNow) {
            Map<String, List<DwellingRecipients.Part>> before =
                    DwellingRecipients.parts(areas, municipality, livedBefore);
            Map<String, List<DwellingRecipients.Part>> after = DwellingRecipients.parts(areas, municipality, livesNow);
            Set<String> touched = new HashSet<>(before.keySet());
            touched.addAll(after.keySet());
            for (String dwelling : touched) {
                List<DwellingRecipients.Part> was = before.get(dwelling);
                List<DwellingRecipients.Part> is = after.get(dwelling);
                if (Objects.equals(was, is)) {
                    continue;
                }
                DwellingHistory history =
                        DwellingHistory.of(read(new Subject.Dwelling(dwelling)).standing(municipality));
                DwellingRecipients.enter(was == null ? List.of() : was, history, areas, posting.before());
                DwellingRecipients.enter(is == null ? List.of() : is, history, areas, posting.after());
                byte[] storedUnder = Keys.dwelling(municipality, dwelling);
                recipients.put(
                        storedUnder,
                        DwellingRecipients.decode(recipients.get(storedUnder))
                                .with(person, is)
                                .encode());
            }
        }

        private void postHouseholds(String person, Timeline livedBefore, Timeline livesNow) {
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
                byte[] stored = households.get(storedUnder);
                Household was = stored == null ? Household.EMPTY : HouseholdCodec.decode(stored);
                Household is = member == null ? was.without(person) : was.with(person, member);
                is.post(was, areas.around(key.buurt()), posting);
                households.put(storedUnder, is.isEmpty() ? null : HouseholdCodec.encode(is));
            }
        }

        private void find(Timeline livedBefore, Timeline livesNow) {
            if (livesNow.findings().isEmpty()) {
                return;
            }
            Set<Finding> known = new HashSet<>(livedBefore.findings());
            livesNow.findings().stream()
                    .filter(finding -> !known.contains(finding))
                    .forEach(findings::add);
        }

        void make(Changes changes) {
            events.write();
            dossiers.write();
            households.write();
            recipients.write();
            residues.write();
            ledger(municipality).add(posting.pages());
            posting.pages().forEach(changes::page);
            // Hardly two events touch the same open cell: it is told at once, nothing is gained by waiting.
            posting.openCells().forEach((cell, n) -> {
                byte[] storedUnder = Keys.openCell(municipality, cell);
                long value = number(tables.openCells().get(storedUnder)) + n;
                tables.openCells().put(storedUnder, encode(value));
                changes.openCell(cell, value, n);
            });
            findings.forEach(changes::finding);
            left.forEach(changes::residue);
        }
    }

    private static long number(byte @Nullable [] stored) {
        return stored == null ? 0 : new Decoder(stored).number();
    }

    private static byte @Nullable [] encode(long number) {
        return number == 0 ? null : new Encoder(10).number(number).toBytes();
    }

    private Ledger ledger(String municipality) {
        return ledgers.computeIfAbsent(
                municipality,
                any -> new Ledger(
                        new Ledger.Rows() {
                            @Override
                            public byte @Nullable [] get(PageKey key) {
                                return tables.pages().get(Keys.page(municipality, key));
                            }

                            @Override
                            public void put(PageKey key, byte @Nullable [] page) {
                                tables.pages().put(Keys.page(municipality, key), page);
                            }
                        },
                        (number, row) -> tables.journal().put(Keys.journal(municipality, number), row)));
    }

    /**
     * Takes up a row of a municipality's journal that was stored; of all rows, in order of number.
     *
     * @param reader is given the changes in it that are in no page
     */
    public void resume(String municipality, int number, byte[] row, BiConsumer<PageKey, Page> reader) {
        ledger(municipality).resume(number, row, reader);
    }

    /** Writes the pages of a municipality that have changed, and tells the values of cells that are news. */
    public void tell(String municipality, Ledger.Listener listener) {
        ledger(municipality).tell(listener);
    }
}
