package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import nl.buurtpuls.contract.event.EventData.BenefitEnded;
import nl.buurtpuls.contract.event.EventData.BenefitGranted;
import nl.buurtpuls.contract.event.EventData.Birth;
import nl.buurtpuls.contract.event.EventData.Death;
import nl.buurtpuls.contract.event.EventData.Emigration;
import nl.buurtpuls.contract.event.EventData.HouseholdChange;
import nl.buurtpuls.contract.event.EventData.Immigration;
import nl.buurtpuls.contract.event.EventData.IncomeAssessed;
import nl.buurtpuls.contract.event.EventData.IntermunicipalMove;
import nl.buurtpuls.contract.event.EventData.MoveWithin;
import nl.buurtpuls.contract.event.EventData.OfPerson;
import nl.buurtpuls.contract.event.EventData.ReturnFromAbroad;
import nl.buurtpuls.contract.event.EventData.Stand;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import org.jspecify.annotations.Nullable;

/** One person as one municipality has them: lived through day by day, fact by fact. */
final class Life {

    enum Kind {
        BIRTH,
        DEATH,
        ARRIVAL,
        DEPARTURE,
        /** Within the municipality, perhaps within the buurt. */
        MOVE
    }

    /**
     * Something that counts in a flow.
     *
     * @param from buurt left; {@code null} for a birth or an arrival
     * @param to buurt entered; {@code null} for a death or a departure
     * @param origin where someone who arrives comes from; {@code null} for all else
     */
    record Flow(
            LocalDate day,
            Kind kind,
            @Nullable String from,
            @Nullable String to,
            @Nullable Place origin) {}

    /**
     * The arrival that the present residence goes back to.
     *
     * @param origin as the arrival itself says
     */
    record Settlement(LocalDate day, Place origin) {}

    /**
     * How things are at the end of a day.
     *
     * @param residence {@code null} if the person is no resident
     * @param schemes running
     * @param settlement {@code null} for who was born or found here
     */
    record Evening(
            @Nullable Residence residence,
            Set<Scheme> schemes,
            @Nullable Settlement settlement) {}

    private record Grant(Scheme scheme, @Nullable String benefit) {}

    private static final Evening BEFORE_ANYTHING = new Evening(null, Set.of(), null);

    private final String municipality;
    private final LocalDate firstDay;
    private final List<Evening> evenings = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    private boolean known;
    private @Nullable Residence residence;
    private @Nullable Settlement settlement;
    private @Nullable LocalDate birthDate;
    private @Nullable LocalDate diedOn;
    private final Set<Grant> running = new HashSet<>();
    private final Map<Integer, IncomeAssessed> incomeOfYear = new HashMap<>();

    /**
     * @param facts about one person, at least one, in the order in which they act
     */
    Life(String municipality, List<OfPerson> facts) {
        this.municipality = municipality;
        this.firstDay = facts.get(0).effectiveDate();
        LocalDate lastDay = facts.get(facts.size() - 1).effectiveDate();
        Evening evening = BEFORE_ANYTHING;
        int next = 0;
        for (LocalDate day = firstDay; !day.isAfter(lastDay); day = day.plusDays(1)) {
            boolean quiet = true;
            while (next < facts.size() && facts.get(next).effectiveDate().equals(day)) {
                happens(facts.get(next));
                next++;
                quiet = false;
            }
            if (!quiet) {
                evening = new Evening(residence, schemesRunning(), settlement);
            }
            evenings.add(evening);
        }
    }

    private Set<Scheme> schemesRunning() {
        Set<Scheme> schemes = EnumSet.noneOf(Scheme.class);
        for (Grant grant : running) {
            schemes.add(grant.scheme());
        }
        return schemes;
    }

    private void happens(OfPerson fact) {
        if (diedOn != null) {
            return;
        }
        LocalDate day = fact.effectiveDate();
        if (fact instanceof Stand stand) {
            birthDate = stand.birthDate().day();
            if (stand.origin() == null) {
                isFoundAt(stand.residence());
            } else {
                arrives(day, stand.residence(), stand.origin());
            }
        } else if (fact instanceof Birth birth) {
            birthDate = day;
            if (!known) {
                flows.add(new Flow(day, Kind.BIRTH, null, birth.residence().buurt(), null));
            }
            isFoundAt(birth.residence());
        } else if (fact instanceof Immigration immigration) {
            birthDate = immigration.birthDate().day();
            arrives(day, immigration.residence(), immigration.origin());
        } else if (fact instanceof ReturnFromAbroad comingBack) {
            birthDate = comingBack.birthDate().day();
            arrives(day, comingBack.residence(), comingBack.origin());
        } else if (fact instanceof IntermunicipalMove move) {
            movesBetweenMunicipalities(move);
        } else if (fact instanceof MoveWithin move) {
            moves(day, move.residence());
        } else if (fact instanceof HouseholdChange change) {
            moves(day, change.residence());
        } else if (fact instanceof Emigration) {
            leaves(day, Kind.DEPARTURE);
        } else if (fact instanceof Death) {
            leaves(day, Kind.DEATH);
            running.clear();
            diedOn = day;
        } else if (fact instanceof BenefitGranted granted) {
            running.add(new Grant(granted.scheme(), granted.benefit()));
        } else if (fact instanceof BenefitEnded ended) {
            running.remove(new Grant(ended.scheme(), ended.benefit()));
        } else if (fact instanceof IncomeAssessed assessed) {
            incomeOfYear.put(assessed.year(), assessed);
        }
    }

    private void movesBetweenMunicipalities(IntermunicipalMove move) {
        if (move.municipality().equals(municipality)) {
            birthDate = move.birthDate().day();
            arrives(move.effectiveDate(), move.residence(), move.origin());
        } else if (residence != null) {
            birthDate = move.birthDate().day();
            leaves(move.effectiveDate(), Kind.DEPARTURE);
        }
    }

    /** Lives there from now on without having moved. */
    private void isFoundAt(Residence found) {
        if (residence == null) {
            settlement = null;
        }
        known = true;
        residence = found;
    }

    private void arrives(LocalDate day, Residence at, Place origin) {
        leaves(day, Kind.DEPARTURE);
        flows.add(new Flow(day, Kind.ARRIVAL, null, at.buurt(), origin));
        known = true;
        residence = at;
        settlement = new Settlement(day, origin);
    }

    private void moves(LocalDate day, Residence to) {
        if (residence != null) {
            flows.add(new Flow(day, Kind.MOVE, residence.buurt(), to.buurt(), null));
            residence = to;
        }
    }

    private void leaves(LocalDate day, Kind kind) {
        if (residence != null) {
            flows.add(new Flow(day, kind, residence.buurt(), null, null));
            residence = null;
        }
    }

    Evening evening(LocalDate day) {
        return evening(day.toEpochDay());
    }

    Evening evening(long epochDay) {
        long index = epochDay - firstDay.toEpochDay();
        return index < 0 ? BEFORE_ANYTHING : evenings.get((int) Math.min(index, evenings.size() - 1));
    }

    /** {@code null} if the person never is one at the end of a day. */
    @Nullable
    LocalDate firstDayAsResident() {
        for (int index = 0; index < evenings.size(); index++) {
            if (evenings.get(index).residence() != null) {
                return firstDay.plusDays(index);
            }
        }
        return null;
    }

    List<Flow> flows() {
        return flows;
    }

    /**
     * The last birth date given, which counts for all days. Whoever is a resident on any day has one.
     *
     * @throws NullPointerException if no fact with effect gave one
     */
    LocalDate birthDate() {
        return Objects.requireNonNull(birthDate, "no birth date given");
    }

    boolean isDeadOn(LocalDate day) {
        return diedOn != null && !diedOn.isAfter(day);
    }

    /** Whether the last assessment of that year says low income; not if there is none. */
    boolean hasLowIncome(int year) {
        IncomeAssessed income = incomeOfYear.get(year);
        return income != null && income.lowIncome();
    }

    /** Whether the last assessment of that year says at most 120% of the social minimum; not if there is none. */
    boolean isAtMost120PercentOfSocialMinimum(int year) {
        IncomeAssessed income = incomeOfYear.get(year);
        return income != null && income.belowSocialMinimum120();
    }

    /** Whether the scheme runs at the end of any of the days from {@code first} to {@code last}, both included. */
    boolean runsBetween(LocalDate first, LocalDate last, Predicate<Set<Scheme>> scheme) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (scheme.test(evening(day).schemes())) {
                return true;
            }
        }
        return false;
    }

    /** First day of the unbroken run of days with a scheme up to this day; {@code null} if it does not run on it. */
    @Nullable
    LocalDate runningSince(Predicate<Set<Scheme>> scheme, LocalDate day) {
        if (!scheme.test(evening(day).schemes())) {
            return null;
        }
        long first = day.toEpochDay();
        while (scheme.test(evening(first - 1).schemes())) {
            first--;
        }
        return LocalDate.ofEpochDay(first);
    }
}
