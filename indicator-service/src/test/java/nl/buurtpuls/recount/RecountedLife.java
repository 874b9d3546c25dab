package nl.buurtpuls.recount;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.*;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Residence;
import org.jspecify.annotations.Nullable;

/** One person: where at the end of which day, which steps, which grants. */
final class RecountedLife {

    /** {@code from} and {@code to} are buurten; {@code null} is outside the municipality, or not alive. */
    record Step(
            LocalDate day,
            String kind,
            @Nullable String from,
            @Nullable String to) {}

    private record Span(
            String scheme, LocalDate from, @Nullable LocalDate to) {}

    private final TreeMap<LocalDate, Optional<Residence>> homes = new TreeMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private @Nullable LocalDate born;
    private @Nullable LocalDate died;

    private RecountedLife() {}

    static RecountedLife of(String municipality, List<Event> inOrder) {
        RecountedLife life = new RecountedLife();
        Residence home = null;
        boolean known = false;
        Map<String, LocalDate> running = new HashMap<>();
        Map<String, String> schemes = new HashMap<>();
        for (Event fact : inOrder) {
            if (life.died != null) {
                break;
            }
            OfPerson data = (OfPerson) fact.data();
            LocalDate day = data.effectiveDate();
            String was = home == null ? null : home.buurt();
            PartialDate birthDate = null;
            boolean arrives = false;
            boolean leaves = false;
            Residence next = null;
            if (data instanceof Stand d) {
                birthDate = d.birthDate();
                next = d.residence();
                arrives = d.origin() != null;
            } else if (data instanceof Immigration d) {
                birthDate = d.birthDate();
                next = d.residence();
                arrives = true;
            } else if (data instanceof ReturnFromAbroad d) {
                birthDate = d.birthDate();
                next = d.residence();
                arrives = true;
            } else if (data instanceof IntermunicipalMove d) {
                if (d.municipality().equals(municipality)) {
                    birthDate = d.birthDate();
                    next = d.residence();
                    arrives = true;
                } else {
                    leaves = true;
                }
            } else if (data instanceof Emigration) {
                leaves = true;
            } else if (data instanceof Birth d) {
                if (!known) {
                    life.steps.add(new Step(day, "birth", null, d.residence().buurt()));
                }
                life.born = day;
                next = d.residence();
            } else if (data instanceof MoveWithin || data instanceof HouseholdChange) {
                if (home != null) {
                    next = ((Placement) data).residence();
                    life.steps.add(new Step(day, "move", was, next.buurt()));
                }
            } else if (data instanceof BenefitGranted d) {
                String grant = d.scheme() + "/" + d.benefit();
                running.putIfAbsent(grant, day);
                schemes.put(grant, d.scheme().code());
            } else if (data instanceof BenefitEnded d) {
                String grant = d.scheme() + "/" + d.benefit();
                LocalDate since = running.remove(grant);
                if (since != null) {
                    life.spans.add(new Span(d.scheme().code(), since, day));
                }
            } else if (data instanceof Death) {
                life.died = day;
                if (home != null) {
                    life.steps.add(new Step(day, "death", was, null));
                }
                home = null;
                life.homes.put(day, Optional.empty());
            }
            if (arrives) {
                if (home != null) {
                    life.steps.add(new Step(day, "departure", was, null));
                }
                life.steps.add(new Step(day, "arrival", null, next == null ? null : next.buurt()));
            }
            if (leaves && home != null) {
                life.steps.add(new Step(day, "departure", was, null));
                home = null;
                life.homes.put(day, Optional.empty());
            }
            if (next != null) {
                known = true;
                home = next;
                life.homes.put(day, Optional.of(next));
            }
            if (birthDate != null) {
                life.born = birthDate.day();
            }
        }
        running.forEach((grant, since) -> life.spans.add(new Span(schemes.getOrDefault(grant, ""), since, life.died)));
        return life;
    }

    @Nullable
    LocalDate died() {
        return died;
    }

    List<Step> steps() {
        return steps;
    }

    /** Where the person lives at the end of a day. */
    @Nullable
    Residence home(LocalDate date) {
        Map.Entry<LocalDate, Optional<Residence>> last = homes.floorEntry(date);
        return last == null ? null : last.getValue().orElse(null);
    }

    @Nullable
    LocalDate firstDay() {
        for (Map.Entry<LocalDate, Optional<Residence>> home : homes.entrySet()) {
            if (home.getValue().isPresent()) {
                return home.getKey();
            }
        }
        return null;
    }

    TreeSet<String> buurten() {
        TreeSet<String> buurten = new TreeSet<>();
        homes.values().forEach(home -> home.ifPresent(at -> buurten.add(at.buurt())));
        for (Step step : steps) {
            if (step.from() != null) {
                buurten.add(step.from());
            }
            if (step.to() != null) {
                buurten.add(step.to());
            }
        }
        return buurten;
    }

    /** Completed years. */
    int age(LocalDate date) {
        int years = date.getYear() - birth().getYear();
        return date.isBefore(birthday(years)) ? years - 1 : years;
    }

    /** The day of a birthday; of 29 February, 1 March where that day is missing. */
    LocalDate birthday(int years) {
        int year = birth().getYear() + years;
        boolean leapling = birth().getMonthValue() == 2 && birth().getDayOfMonth() == 29;
        return leapling && !Year.isLeap(year)
                ? LocalDate.of(year, 3, 1)
                : LocalDate.of(year, birth().getMonthValue(), birth().getDayOfMonth());
    }

    private LocalDate birth() {
        if (born == null) {
            throw new IllegalStateException("lives here without a birth date");
        }
        return born;
    }

    boolean receives(String scheme, LocalDate date) {
        for (Span span : spans) {
            boolean of = scheme.equals("any") || scheme.equals(span.scheme());
            if (of && !date.isBefore(span.from()) && (span.to() == null || date.isBefore(span.to()))) {
                return true;
            }
        }
        return false;
    }
}
