package nl.buurtpuls.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.*;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;
import org.jspecify.annotations.Nullable;

/**
 * The lives that a stream of events tells, for one municipality: what is in them is read off the events alone, with plain
 * loops. Enough for a stream in which lives add up, which {@link Chronicle} checks.
 */
final class Biographies implements Consumer<Event> {

    static final LocalDate EVER = LocalDate.MAX;

    /** A stay at one address: from its first day up to, not with, its last. */
    static final class Stay {
        final LocalDate from;
        final Residence residence;
        LocalDate to = EVER;

        Stay(LocalDate from, Residence residence) {
            this.from = from;
            this.residence = residence;
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    /** A benefit: from its first day up to, not with, its last. */
    static final class Grant {
        final Scheme scheme;
        final String name;
        final LocalDate from;
        LocalDate to = EVER;

        Grant(Scheme scheme, String name, LocalDate from) {
            this.scheme = scheme;
            this.name = name;
            this.from = from;
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    /** An arrival or a departure. */
    record Crossing(LocalDate day, String buurt, @Nullable Place origin) {}

    static final class Life {
        LocalDate born = LocalDate.MIN;
        LocalDate died = EVER;
        final List<Stay> stays = new ArrayList<>();
        final List<Grant> grants = new ArrayList<>();
        final List<Crossing> arrivals = new ArrayList<>();
        final List<Crossing> departures = new ArrayList<>();
        final Map<Integer, Boolean> lowIncome = new TreeMap<>();

        @Nullable
        Residence on(LocalDate day) {
            for (Stay stay : stays) {
                if (stay.covers(day)) {
                    return stay.residence;
                }
            }
            return null;
        }

        @Nullable
        Grant running(Scheme scheme, LocalDate day) {
            for (Grant grant : grants) {
                if (grant.scheme == scheme && grant.covers(day)) {
                    return grant;
                }
            }
            return null;
        }

        @Nullable
        Crossing lastArrival(LocalDate day) {
            Crossing last = null;
            for (Crossing arrival : arrivals) {
                if (!arrival.day.isAfter(day)) {
                    last = arrival;
                }
            }
            return last;
        }

        boolean isAdult(LocalDate day) {
            return !birthday(18).isAfter(day);
        }

        LocalDate birthday(int age) {
            LocalDate birthday = born.plusYears(age);
            return born.getMonthValue() == 2 && born.getDayOfMonth() == 29 && !birthday.isLeapYear()
                    ? birthday.plusDays(1)
                    : birthday;
        }
    }

    private record Fact(LocalDate day, Instant time, String id, OfPerson data) {}

    private final String municipality;
    private final Map<String, List<Fact>> facts = new HashMap<>();
    private final Map<String, List<DwellingRegistered>> dwellings = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    Biographies(String municipality) {
        this.municipality = municipality;
    }

    @Override
    public void accept(Event event) {
        if (!ids.add(event.id().id()) || !event.data().concerns(municipality)) {
            return;
        }
        if (event.data() instanceof DwellingRegistered registered) {
            dwellings
                    .computeIfAbsent(registered.dwelling(), any -> new ArrayList<>())
                    .add(registered);
        } else if (event.data() instanceof OfPerson data) {
            facts.computeIfAbsent(data.person(), any -> new ArrayList<>())
                    .add(new Fact(data.effectiveDate(), event.time(), event.id().id(), data));
        }
    }

    /** The lives, as told so far. */
    List<Life> lives() {
        List<Life> lives = new ArrayList<>();
        for (List<Fact> told : facts.values()) {
            told.sort(Comparator.comparing(Fact::day).thenComparing(Fact::time).thenComparing(Fact::id));
            Life life = new Life();
            told.forEach(fact -> tell(life, fact.data));
            lives.add(life);
        }
        return lives;
    }

    private void tell(Life life, OfPerson data) {
        LocalDate day = data.effectiveDate();
        if (data instanceof Stand stand) {
            life.born = stand.birthDate().day();
            dwell(life, stand);
        } else if (data instanceof Birth birth) {
            life.born = day;
            dwell(life, birth);
        } else if (data instanceof Immigration move) {
            arrive(life, move, move.birthDate().day(), move.origin());
        } else if (data instanceof ReturnFromAbroad move) {
            arrive(life, move, move.birthDate().day(), move.origin());
        } else if (data instanceof IntermunicipalMove move) {
            if (move.municipality().equals(municipality)) {
                arrive(life, move, move.birthDate().day(), move.origin());
            } else {
                depart(life, day);
            }
        } else if (data instanceof Emigration) {
            depart(life, day);
        } else if (data instanceof Placement placement) {
            dwell(life, placement);
        } else if (data instanceof Death) {
            life.died = day;
            close(life, day);
            life.grants.stream().filter(grant -> grant.to.isAfter(day)).forEach(grant -> grant.to = day);
        } else if (data instanceof BenefitGranted granted) {
            life.grants.add(new Grant(granted.scheme(), String.valueOf(granted.benefit()), day));
        } else if (data instanceof BenefitEnded ended) {
            life.grants.stream()
                    .filter(grant -> grant.name.equals(ended.benefit()))
                    .forEach(grant -> grant.to = day);
        } else if (data instanceof IncomeAssessed assessed) {
            life.lowIncome.put(assessed.year(), assessed.lowIncome());
        }
    }

    private static void arrive(Life life, Placement data, LocalDate born, Place origin) {
        life.born = born;
        life.arrivals.add(new Crossing(data.effectiveDate(), data.residence().buurt(), origin));
        dwell(life, data);
    }

    private static void depart(Life life, LocalDate day) {
        Stay last = life.stays.get(life.stays.size() - 1);
        life.departures.add(new Crossing(day, last.residence.buurt(), null));
        close(life, day);
    }

    private static void dwell(Life life, Placement data) {
        close(life, data.effectiveDate());
        life.stays.add(new Stay(data.effectiveDate(), data.residence()));
    }

    private static void close(Life life, LocalDate day) {
        if (!life.stays.isEmpty()) {
            Stay last = life.stays.get(life.stays.size() - 1);
            last.to = last.to == EVER ? day : last.to;
        }
    }

    /** The tenure of each dwelling on a day. */
    Map<String, Tenure> tenures(LocalDate day) {
        Map<String, Tenure> tenures = new HashMap<>();
        dwellings.forEach((dwelling, registrations) -> registrations.stream()
                .filter(registration -> !registration.effectiveDate().isAfter(day))
                .max(Comparator.comparing(DwellingRegistered::effectiveDate))
                .ifPresent(last -> tenures.put(dwelling, last.tenure())));
        return tenures;
    }
}
