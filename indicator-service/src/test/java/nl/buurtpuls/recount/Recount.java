package nl.buurtpuls.recount;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.DwellingRegistered;
import nl.buurtpuls.contract.event.EventData.OfPerson;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.contract.indicator.Window;
import org.jspecify.annotations.Nullable;

/** One municipality, recounted from the events under its key, whatever their order and repetition. */
public final class Recount {

    private final String municipality;
    private final AreaTable areas;
    private final List<RecountedLife> people = new ArrayList<>();
    private final List<TreeMap<LocalDate, DwellingRegistered>> dwellings = new ArrayList<>();

    public Recount(String municipality, Collection<Event> events, AreaTable areas) {
        this.municipality = municipality;
        this.areas = areas;
        Map<EventId, Event> facts = new HashMap<>();
        for (Event event : events) {
            Event known = facts.get(event.id());
            if (known == null || counts(event, known)) {
                facts.put(event.id(), event);
            }
        }
        Map<Subject, List<Event>> bySubject = new HashMap<>();
        for (Event fact : facts.values()) {
            if (!(fact.data() instanceof Retraction) && !isRetracted(fact, facts.values())) {
                bySubject
                        .computeIfAbsent(fact.data().subject(), any -> new ArrayList<>())
                        .add(fact);
            }
        }
        bySubject.forEach((subject, of) -> {
            of.sort(Comparator.comparing(Recount::effective)
                    .thenComparing(Event::time)
                    .thenComparing(fact -> fact.id().id())
                    .thenComparing(fact -> fact.id().source()));
            if (subject instanceof Subject.Person) {
                people.add(RecountedLife.of(municipality, of));
            } else {
                TreeMap<LocalDate, DwellingRegistered> registrations = new TreeMap<>();
                of.forEach(fact -> registrations.put(effective(fact), (DwellingRegistered) fact.data()));
                dwellings.add(registrations);
            }
        });
    }

    private static LocalDate effective(Event fact) {
        return fact.data() instanceof OfPerson ofPerson
                ? ofPerson.effectiveDate()
                : ((DwellingRegistered) fact.data()).effectiveDate();
    }

    private static boolean counts(Event event, Event rather) {
        if (!event.time().equals(rather.time())) {
            return event.time().isBefore(rather.time());
        }
        return Arrays.compareUnsigned(content(event), content(rather)) < 0;
    }

    private static byte[] content(Event event) {
        String json = new String(EventJson.write(event.data()), StandardCharsets.UTF_8);
        return (event.data().type().typeName() + json).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isRetracted(Event fact, Collection<Event> facts) {
        for (Event other : facts) {
            if (other.data() instanceof Retraction retraction
                    && retraction.retracts().equals(fact.id())
                    && retraction.subject().equals(fact.data().subject())) {
                return true;
            }
        }
        return false;
    }

    /** A figure: {@code value} is {@code null} where it is undefined. */
    public record Figure(
            double numerator,
            @Nullable Double denominator,
            @Nullable Double value) {}

    /** What became of the residents of a date. */
    public record Became(long residents, long stayed, long moved, long died) {}

    /** Every area that anything happened in. */
    public Set<String> areas() {
        Set<String> found = new TreeSet<>();
        for (RecountedLife life : people) {
            life.buurten().forEach(buurt -> found.addAll(areas.around(buurt)));
        }
        for (TreeMap<LocalDate, DwellingRegistered> dwelling : dwellings) {
            dwelling.values().forEach(registration -> found.addAll(areas.around(registration.buurt())));
        }
        return found;
    }

    /** First day with a resident. */
    public @Nullable LocalDate dataFrom() {
        LocalDate first = null;
        for (RecountedLife life : people) {
            LocalDate day = life.firstDay();
            if (day != null && (first == null || day.isBefore(first))) {
                first = day;
            }
        }
        return first;
    }

    public Became retention(String area, LocalDate from, LocalDate to) {
        long residents = 0;
        long stayed = 0;
        long died = 0;
        for (RecountedLife life : people) {
            if (lives(life, area, from)) {
                residents++;
                if (lives(life, area, to)) {
                    stayed++;
                } else if (life.died() != null && !life.died().isAfter(to)) {
                    died++;
                }
            }
        }
        return new Became(residents, stayed, residents - stayed - died, died);
    }

    /** An indicator by its exact name; {@code null} for one that is not recounted here. */
    public @Nullable Figure figure(String area, String id, LocalDate date) {
        if (id.startsWith("retention.")) {
            Window window = Window.of(id.substring("retention.".length())).orElseThrow();
            Became became = retention(area, window.start(date), date);
            return share(became.stayed(), became.residents());
        }
        int dot = id.lastIndexOf('.');
        Window window = Window.of(id.substring(dot + 1)).orElse(null);
        Figure flow =
                window == null ? flow(area, id, Window.ONE_YEAR, date) : flow(area, id.substring(0, dot), window, date);
        if (flow != null) {
            return flow;
        }
        Figure stock = stock(area, id, date);
        if (stock != null) {
            return stock;
        }
        dot = id.indexOf('.');
        return dot < 0 ? null : benefit(area, id.substring(0, dot), id.substring(dot + 1), date);
    }

    private @Nullable Figure flow(String area, String id, Window window, LocalDate date) {
        LocalDate after = window.start(date);
        long in = moves(area, "arrival", after, date);
        long out = moves(area, "departure", after, date);
        long movedIn = moves(area, "moved-in", after, date);
        long movedOut = moves(area, "moved-out", after, date);
        return switch (id) {
            case "arrivals" -> count(in);
            case "departures" -> count(out);
            case "internal-arrivals" -> count(movedIn);
            case "internal-departures" -> count(movedOut);
            case "births" -> count(moves(area, "birth", after, date));
            case "deaths" -> count(moves(area, "death", after, date));
            case "turnover.rate" -> share(in + out + movedIn + movedOut, meanPopulation(area, after, date));
            case "net-migration.rate" -> share(in + movedIn - out - movedOut, meanPopulation(area, after, date));
            case "arrivals.share-of-municipality" -> share(in, moves(municipality, "arrival", after, date));
            case "departures.share-of-municipality" -> share(out, moves(municipality, "departure", after, date));
            default -> null;
        };
    }

    /** Steps across the border of the area after a day, up to and with another. */
    private long moves(String area, String kind, LocalDate after, LocalDate upTo) {
        long count = 0;
        for (RecountedLife life : people) {
            for (RecountedLife.Step step : life.steps()) {
                if (step.day().isAfter(after) && !step.day().isAfter(upTo)) {
                    boolean from =
                            step.from() != null && areas.around(step.from()).contains(area);
                    boolean to = step.to() != null && areas.around(step.to()).contains(area);
                    count += switch (kind) {
                        case "moved-in" -> step.kind().equals("move") && to && !from ? 1 : 0;
                        case "moved-out" -> step.kind().equals("move") && from && !to ? 1 : 0;
                        default -> step.kind().equals(kind) && (from || to) ? 1 : 0;
                    };
                }
            }
        }
        return count;
    }

    private double meanPopulation(String area, LocalDate after, LocalDate upTo) {
        long personDays = 0;
        long days = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
            days++;
            personDays += residents(area, day, life -> true);
        }
        return (double) personDays / days;
    }

    private @Nullable Figure stock(String area, String id, LocalDate date) {
        Predicate<RecountedLife> minor = life -> life.age(date) < 18;
        if (id.startsWith("dwellings")) {
            return dwellings(area, id, date);
        }
        return switch (id) {
            case "population" -> count(residents(area, date, life -> true));
            case "population.adults" -> count(residents(area, date, minor.negate()));
            case "population.minors" -> count(residents(area, date, minor));
            case "households" -> count(households(area, date, life -> true));
            case "kindergartners.not-toddlers.share" -> kindergartners(area, date);
            default -> null;
        };
    }

    private Figure kindergartners(String area, LocalDate date) {
        long kindergartners = 0;
        long notToddlers = 0;
        for (RecountedLife life : people) {
            if (lives(life, area, date) && life.age(date) == 4) {
                kindergartners++;
                boolean always = true;
                for (LocalDate day = life.birthday(2); day.isBefore(life.birthday(4)); day = day.plusDays(1)) {
                    always &= lives(life, area, day);
                }
                notToddlers += always ? 0 : 1;
            }
        }
        return share(notToddlers, kindergartners);
    }

    private @Nullable Figure dwellings(String area, String id, LocalDate date) {
        long all = 0;
        long valued = 0;
        long value = 0;
        Map<Tenure, Long> byTenure = new HashMap<>();
        for (TreeMap<LocalDate, DwellingRegistered> dwelling : dwellings) {
            Map.Entry<LocalDate, DwellingRegistered> last = dwelling.floorEntry(date);
            if (last != null && areas.around(last.getValue().buurt()).contains(area)) {
                all++;
                byTenure.merge(last.getValue().tenure(), 1L, Long::sum);
                if (last.getValue().wozValue() != null) {
                    valued++;
                    value += last.getValue().wozValue();
                }
            }
        }
        if (id.equals("dwellings")) {
            return count(all);
        }
        if (id.equals("dwellings.woz-value.mean")) {
            return share(value, valued);
        }
        for (Tenure tenure : Tenure.values()) {
            if (id.equals("dwellings." + tenure.code() + ".share")) {
                return share(byTenure.getOrDefault(tenure, 0L), all);
            }
        }
        return null;
    }

    private @Nullable Figure benefit(String area, String scheme, String id, LocalDate date) {
        if (!Set.of("social-assistance", "disability", "unemployment", "any").contains(scheme)) {
            return null;
        }
        Predicate<RecountedLife> receives = life -> life.receives(scheme, date);
        Predicate<RecountedLife> adult = life -> life.age(date) >= 18;
        long recipients = residents(area, date, receives);
        long households = households(area, date, receives);
        long minors = 0;
        long persons = 0;
        for (RecountedLife life : people) {
            if (lives(life, area, date) && livesWithRecipient(life, receives, date)) {
                persons++;
                minors += life.age(date) < 18 ? 1 : 0;
            }
        }
        return switch (id) {
            case "recipients" -> count(recipients);
            case "recipients.share" -> share(residents(area, date, receives.and(adult)), residents(area, date, adult));
            case "households" -> count(households);
            case "households.share" -> share(households, households(area, date, life -> true));
            case "persons" -> count(persons);
            case "minors" -> count(minors);
            case "minors.share" -> share(minors, residents(area, date, adult.negate()));
            case "share-of-municipality" -> share(recipients, residents(municipality, date, receives));
            default -> null;
        };
    }

    private boolean livesWithRecipient(RecountedLife life, Predicate<RecountedLife> receives, LocalDate date) {
        Residence home = life.home(date);
        for (RecountedLife other : people) {
            Residence theirs = other.home(date);
            if (home != null
                    && theirs != null
                    && theirs.buurt().equals(home.buurt())
                    && theirs.household().equals(home.household())
                    && receives.test(other)) {
                return true;
            }
        }
        return false;
    }

    private long residents(String area, LocalDate date, Predicate<RecountedLife> who) {
        long count = 0;
        for (RecountedLife life : people) {
            count += lives(life, area, date) && who.test(life) ? 1 : 0;
        }
        return count;
    }

    private long households(String area, LocalDate date, Predicate<RecountedLife> withOne) {
        Set<String> households = new HashSet<>();
        for (RecountedLife life : people) {
            Residence home = life.home(date);
            if (home != null && lives(life, area, date) && withOne.test(life)) {
                households.add(home.buurt() + " " + home.household());
            }
        }
        return households.size();
    }

    private boolean lives(RecountedLife life, String area, LocalDate date) {
        Residence home = life.home(date);
        return home != null && areas.around(home.buurt()).contains(area);
    }

    private static Figure count(long count) {
        return new Figure(count, null, (double) count);
    }

    private static Figure share(double part, double whole) {
        return new Figure(part, whole, whole == 0 ? null : part / whole);
    }
}
