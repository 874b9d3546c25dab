package nl.buurtpuls.indicator.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.BenefitEnded;
import nl.buurtpuls.contract.event.EventData.BenefitGranted;
import nl.buurtpuls.contract.event.EventData.Birth;
import nl.buurtpuls.contract.event.EventData.Death;
import nl.buurtpuls.contract.event.EventData.Emigration;
import nl.buurtpuls.contract.event.EventData.HouseholdChange;
import nl.buurtpuls.contract.event.EventData.IncomeAssessed;
import nl.buurtpuls.contract.event.EventData.MoveWithin;
import nl.buurtpuls.contract.event.EventData.OfPerson;
import nl.buurtpuls.contract.event.EventData.Registration;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.finding.FindingKind;
import org.jspecify.annotations.Nullable;

/** Folds the facts of one person into a timeline, as one municipality sees them. */
public final class Life {

    private static final Comparator<Event> ORDER =
            Comparator.comparingLong(Life::day).thenComparing(Event::time).thenComparing(Event::id);

    private final String municipality;
    private final List<Stay> stays = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Settlement> settlements = new ArrayList<>();
    private final Map<Integer, IncomeClass> incomes = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Grant, Integer> running = new HashMap<>();
    /** When each grant was given: the birth date that counts is known only at the end. */
    private final Map<EventId, Integer> grantDays = new LinkedHashMap<>();

    private final Map<Scheme, Days> benefits = new EnumMap<>(Scheme.class);

    private boolean known;
    private @Nullable Residence residence;
    private int since;
    private @Nullable Place origin;
    private int settled;
    private int born = Timeline.UNKNOWN;
    private int died = Days.FOREVER;

    /** One grant of a scheme; a scheme has one nameless grant. */
    private record Grant(Scheme scheme, @Nullable String benefit) {}

    private Life(String municipality) {
        this.municipality = municipality;
    }

    /** The timeline of facts that stand, in whatever order they are given. */
    public static Timeline of(String municipality, List<Event> standing) {
        if (standing.isEmpty()) {
            return Timeline.EMPTY;
        }
        List<Event> ordered = new ArrayList<>(standing);
        ordered.sort(ORDER);
        Life life = new Life(municipality);
        ordered.forEach(life::add);
        return life.timeline();
    }

    private static long day(Event fact) {
        return ((OfPerson) fact.data()).effectiveDate().toEpochDay();
    }

    private void add(Event fact) {
        OfPerson data = (OfPerson) fact.data();
        int day = Math.toIntExact(data.effectiveDate().toEpochDay());
        if (died != Days.FOREVER) {
            found(FindingKind.AFTER_DEATH, fact.id());
        } else if (data instanceof Registration registration) {
            register(day, registration, fact.id());
        } else if (data instanceof Birth birth) {
            if (!known) {
                passages.add(new Passage.Birth(day, birth.residence().buurt()));
            }
            settleSilently(day, birth.residence());
            born = day;
        } else if (data instanceof Emigration) {
            depart(day, fact.id());
        } else if (data instanceof MoveWithin move) {
            move(day, move.residence(), fact.id());
        } else if (data instanceof HouseholdChange change) {
            changeHousehold(day, change.residence(), fact.id());
        } else if (data instanceof Death) {
            die(day);
        } else if (data instanceof BenefitGranted granted) {
            Grant grant = new Grant(granted.scheme(), granted.benefit());
            running.putIfAbsent(grant, day);
            grantDays.put(fact.id(), day);
        } else if (data instanceof BenefitEnded ended) {
            end(new Grant(ended.scheme(), ended.benefit()), day);
        } else if (data instanceof IncomeAssessed assessed) {
            incomes.put(assessed.year(), new IncomeClass(assessed.lowIncome(), assessed.belowSocialMinimum120()));
        }
    }

    private void register(int day, Registration registration, EventId event) {
        Place from = registration.origin();
        if (!registration.municipality().equals(municipality)) {
            // Of a move to elsewhere; without effect it gives no birth date either.
            if (!depart(day, event)) {
                return;
            }
        } else if (from == null) {
            settleSilently(day, registration.residence());
        } else {
            arrive(day, registration.residence(), from, event);
        }
        born = bornOn(registration.birthDate().day());
    }

    private static int bornOn(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    private void settleSilently(int day, Residence at) {
        known = true;
        if (residence == null) {
            endSettlement(day);
        }
        leaveAddress(day);
        enterAddress(day, at);
    }

    private void arrive(int day, Residence at, Place from, EventId event) {
        known = true;
        if (residence != null) {
            found(FindingKind.ALREADY_RESIDENT, event);
            passages.add(new Passage.Departure(day, residence.buurt()));
        }
        leaveAddress(day);
        passages.add(new Passage.Arrival(day, at.buurt(), from));
        enterAddress(day, at);
        endSettlement(day);
        origin = from;
        settled = day;
    }

    private void endSettlement(int day) {
        if (origin != null && settled < day) {
            settlements.add(new Settlement(settled, day, origin));
        }
        origin = null;
    }

    /** Whether there was someone to leave. */
    private boolean depart(int day, EventId event) {
        if (residence == null) {
            found(FindingKind.NOT_RESIDENT, event);
            return false;
        }
        passages.add(new Passage.Departure(day, residence.buurt()));
        leaveAddress(day);
        return true;
    }

    private void move(int day, Residence to, EventId event) {
        if (residence == null) {
            found(FindingKind.NOT_RESIDENT, event);
            return;
        }
        passages.add(new Passage.Move(day, residence.buurt(), to.buurt()));
        leaveAddress(day);
        enterAddress(day, to);
    }

    private void changeHousehold(int day, Residence to, EventId event) {
        if (residence != null && !residence.buurt().equals(to.buurt())) {
            found(FindingKind.HOUSEHOLD_CHANGE_MOVES, event);
        }
        move(day, to, event);
    }

    private void die(int day) {
        died = day;
        if (residence != null) {
            passages.add(new Passage.Death(day, residence.buurt()));
            leaveAddress(day);
        }
    }

    private void enterAddress(int day, Residence at) {
        residence = at;
        since = day;
    }

    private void leaveAddress(int day) {
        if (residence != null && since < day) {
            stays.add(new Stay(residence, since, day));
        }
        residence = null;
    }

    private void end(Grant grant, int day) {
        Integer from = running.remove(grant);
        if (from != null) {
            benefits.merge(grant.scheme(), Days.between(from, day), Days::or);
        }
    }

    private Timeline timeline() {
        leaveAddress(Days.FOREVER);
        endSettlement(Days.FOREVER);
        for (Entry<Grant, Integer> grant : Map.copyOf(running).entrySet()) {
            end(grant.getKey(), died);
        }
        if (born != Timeline.UNKNOWN) {
            grantDays.forEach((event, day) -> {
                if (day < born) {
                    found(FindingKind.BENEFIT_BEFORE_BIRTH, event);
                }
            });
        }
        return new Timeline(born, died, stays, passages, benefits, settlements, incomes, findings);
    }

    private void found(FindingKind kind, EventId event) {
        findings.add(Finding.of(kind, event));
    }
}
