package nl.buurtpuls.indicator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.Placement;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.FactOrder;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Measure.Kind;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.oracle.Geography;
import nl.buurtpuls.oracle.NaiveFigure;
import nl.buurtpuls.oracle.NaiveMunicipality;
import nl.buurtpuls.oracle.Published;
import nl.buurtpuls.oracle.Retention;
import nl.buurtpuls.oracle.Worlds;
import org.jspecify.annotations.Nullable;

/** The law of erasure: the days before keep their figures, from the day on it is as if the person had never been. */
class ErasureLawTest {

    private static final AreaTable AREAS = AreaTable.shipped();
    private static final String HEERLEN = "GM0917";
    private static final Geography GEOGRAPHY = Geography.of(AREAS);

    @Property(tries = 50)
    void figuresOfTheDaysBeforeAreThoseOfPlainCountingWithThePerson(@ForAll long seed) {
        Case about = new Case(seed);
        NaiveMunicipality with = about.counting(about.world);
        for (int i = 0; i < 3; i++) {
            LocalDate date = about.before();
            for (String area : Worlds.areas(HEERLEN)) {
                Figures figures = about.erased.figures(area, date);
                for (Indicator indicator : Catalogue.indicators()) {
                    if (indicator.isAt(AREAS.levelOf(area))) {
                        assertFigure(
                                figures == null ? null : indicator.of(figures),
                                with.figure(area, indicator.id(), date),
                                indicator.id(),
                                area + " on " + date + ", erased from " + about.day);
                    }
                }
            }
        }
    }

    @Property(tries = 50)
    void figuresOfOneDayFromTheDayOnAreThoseOfPlainCountingWithoutThePerson(@ForAll long seed) {
        Case about = new Case(seed);
        NaiveMunicipality without = about.counting(about.others);
        for (int i = 0; i < 3; i++) {
            LocalDate date = about.after();
            for (String area : Worlds.areas(HEERLEN)) {
                Figures figures = about.erased.figures(area, date);
                for (Indicator indicator : Catalogue.indicators()) {
                    if (indicator.isAt(AREAS.levelOf(area)) && isOfOneDay(indicator)) {
                        assertFigure(
                                figures == null ? null : indicator.of(figures),
                                without.figure(area, indicator.id(), date),
                                indicator.id(),
                                area + " on " + date + ", erased from " + about.day);
                    }
                }
            }
        }
    }

    @Property(tries = 50)
    void everyCellFromTheDayOnIsThatOfTheOthers(@ForAll long seed) {
        Case about = new Case(seed);
        Town others = new Town(HEERLEN, AREAS).apply(about.others);
        LocalDate date = about.after();
        for (String area : Worlds.areas(HEERLEN)) {
            for (Series series : Series.ALL) {
                boolean stock = series.measure().kind() == Kind.STOCK;
                assertThat(total(about.erased, area, series, date)
                                - (stock ? 0 : total(about.erased, area, series, about.day.minusDays(1))))
                        .as("%s of %s on %s, erased from %s", series, area, date, about.day)
                        .isEqualTo(total(others, area, series, date)
                                - (stock ? 0 : total(others, area, series, about.day.minusDays(1))));
            }
            for (Measure origins : List.of(
                    Measure.ARRIVALS_BY_ORIGIN,
                    Measure.ADULT_ARRIVALS_BY_ORIGIN,
                    Measure.RECIPIENT_ARRIVALS_BY_ORIGIN)) {
                assertThat(about.erased.byOrigin(area, origins, about.day.minusDays(1), date))
                        .isEqualTo(others.byOrigin(area, origins, about.day.minusDays(1), date));
            }
        }
    }

    @Property(tries = 50)
    void retentionBetweenDaysBeforeStaysAndUpToLaterDaysIsThatOfTheOthers(@ForAll long seed) {
        Case about = new Case(seed);
        NaiveMunicipality with = about.counting(about.world);
        NaiveMunicipality without = about.counting(about.others);
        for (String area : Worlds.areas(HEERLEN)) {
            LocalDate one = about.before();
            LocalDate two = about.before();
            LocalDate from = one.isBefore(two) ? one : two;
            LocalDate to = one.isBefore(two) ? two : one;
            assertRetention(about, area, from, to, with);
            assertRetention(about, area, from, about.after(), without);
            assertThat(about.erased.byOrigin(area, Measure.ARRIVALS_BY_ORIGIN, from, to))
                    .isEqualTo(new Town(HEERLEN, AREAS)
                            .apply(about.world)
                            .byOrigin(area, Measure.ARRIVALS_BY_ORIGIN, from, to));
        }
    }

    private static void assertRetention(
            Case about, String area, LocalDate from, LocalDate to, NaiveMunicipality expected) {
        Retention became = expected.retention(area, from, to);
        assertThat(about.erased.plane(area, Measure.RETENTION_STAYED, from, to))
                .as("stayed in %s from %s to %s, erased from %s", area, from, to, about.day)
                .isEqualTo(became.stayed());
        assertThat(about.erased.plane(area, Measure.RETENTION_DIED, from, to))
                .as("died of %s from %s to %s, erased from %s", area, from, to, about.day)
                .isEqualTo(became.died());
    }

    @Property(tries = 60)
    void rebuiltFromTheOthersAndWhatWasLeftItIsTheSameLedger(@ForAll long seed) {
        Case about = new Case(seed);
        List<Event> shuffled = new ArrayList<>(about.others);
        Collections.shuffle(shuffled, about.random);
        List<Event> first = shuffled.subList(0, shuffled.size() / 2);
        List<Event> second = shuffled.subList(shuffled.size() / 2, shuffled.size());

        Town rebuilt = new Town(HEERLEN, AREAS)
                .apply(first)
                .takeOver(about.erased.residues())
                .apply(second)
                .takeOver(about.erased.residues());

        assertThat(rebuilt.ledger()).isEqualTo(about.erased.ledger());
    }

    @Property(tries = 60)
    void rebuiltFromMutationsThatStillHoldThePersonAndTheRequestItIsTheSameLedger(@ForAll long seed) {
        Case about = new Case(seed);

        Town rebuilt = new Town(HEERLEN, AREAS)
                .takeOver(about.erased.residues())
                .apply(about.world)
                .eraseAgain(about.person, about.day);

        assertThat(rebuilt.ledger()).isEqualTo(about.erased.ledger());
        assertThat(rebuilt.residues()).isEmpty();
    }

    @Property(tries = 60)
    void erasedAgainNothingChanges(@ForAll long seed) {
        Case about = new Case(seed);
        Map<String, Long> ledger = about.erased.ledger();
        var residues = Map.copyOf(about.erased.residues());

        about.erased.erase(about.person, about.day.plusDays(40));

        assertThat(about.erased.ledger()).isEqualTo(ledger);
        assertThat(about.erased.residues()).isEqualTo(residues);
    }

    @Property(tries = 60)
    void whatComesLaterOfThoseWhoSharedNoHomeWithThePersonMayAsWellHaveComeBefore(@ForAll long seed) {
        Case about = new Case(seed);
        Set<String> homes = homes(about.world, about.person);
        Set<Subject> apart = about.others.stream()
                .map(event -> event.data().subject())
                .filter(subject -> subject instanceof Subject.Person
                        && Collections.disjoint(homes, homes(about.world, subject.id())))
                .collect(Collectors.toSet());
        List<Event> later = about.others.stream()
                .filter(event -> apart.contains(event.data().subject())
                        && about.world.stream()
                                .noneMatch(other -> other.id().equals(event.id())
                                        && !apart.contains(other.data().subject())))
                .toList();
        List<Event> earlier = new ArrayList<>(about.world);
        earlier.removeAll(later);

        Town town = new Town(HEERLEN, AREAS)
                .apply(earlier)
                .erase(about.person, about.day)
                .apply(later);

        assertThat(town.ledger()).isEqualTo(about.erased.ledger());
        assertThat(town.residues().entrySet().stream()
                        .filter(cell -> cell.getValue() != 0)
                        .collect(Collectors.toSet()))
                .isEqualTo(about.erased.residues().entrySet().stream()
                        .filter(cell -> cell.getValue() != 0)
                        .collect(Collectors.toSet()));
    }

    /** Buurt and household, and dwelling, of each address that someone ever had. */
    private static Set<String> homes(List<Event> world, String person) {
        Set<String> homes = new TreeSet<>();
        for (Event event : world) {
            if (event.data().subject().id().equals(person) && event.data() instanceof Placement placement) {
                homes.add(placement.residence().buurt() + "|"
                        + placement.residence().household());
            }
        }
        return homes;
    }

    @Property(tries = 60)
    void nobodyIsLeftInAnyTableOfWhomNothingElseIsSaid(@ForAll long seed) {
        List<Event> world = world(seed);
        Town town = new Town(HEERLEN, AREAS).apply(world);
        List<String> persons = world.stream()
                .map(event -> event.data().subject())
                .filter(Subject.Person.class::isInstance)
                .map(Subject::id)
                .distinct()
                .toList();
        LocalDate day = Worlds.date(new Random(seed));

        persons.forEach(person -> town.erase(person, day));

        for (String person : persons) {
            assertThat(town.holds("P" + person)).as(person).isFalse();
        }
        Town dwellingsAlone = new Town(HEERLEN, AREAS)
                .apply(world.stream()
                        .filter(event -> event.data().subject() instanceof Subject.Dwelling
                                && counting(world).get(event.id()).equals(event))
                        .toList());
        assertThat(town.rows()).isEqualTo(dwellingsAlone.rows());
    }

    private static Map<EventId, Event> counting(List<Event> world) {
        Map<EventId, Event> counting = new HashMap<>();
        for (Event event : world) {
            counting.merge(
                    event.id(), event, (a, b) -> FactOrder.precedence(HEERLEN).compare(a, b) <= 0 ? a : b);
        }
        return counting;
    }

    /** A world, someone in it, the day from which they count no longer, and the town in which they were erased. */
    private static final class Case {
        final Random random;
        final List<Event> world;
        final String person;
        final LocalDate day;
        final List<Event> others;
        final Town erased;

        Case(long seed) {
            random = new Random(seed);
            world = world(seed);
            List<String> persons = world.stream()
                    .map(event -> event.data().subject())
                    .filter(Subject.Person.class::isInstance)
                    .map(Subject::id)
                    .distinct()
                    .toList();
            person = persons.isEmpty() ? "nobody" : persons.get(random.nextInt(persons.size()));
            day = Worlds.date(random);
            erased = new Town(HEERLEN, AREAS).apply(world).erase(person, day);
            others = without(world, person);
        }

        NaiveMunicipality counting(List<Event> events) {
            return new NaiveMunicipality(HEERLEN, Published.all(events), GEOGRAPHY);
        }

        LocalDate before() {
            LocalDate date = Worlds.date(random);
            return date.isBefore(day) ? date : day.minusDays(1 + random.nextInt(3_000));
        }

        LocalDate after() {
            LocalDate date = Worlds.date(random);
            return date.isBefore(day) ? day.plusDays(random.nextInt(3_000)) : date;
        }
    }

    /** What is left of a world without a person: nor is there what they were first said to be the subject of. */
    private static List<Event> without(List<Event> world, String person) {
        Map<EventId, Event> counting = counting(world);
        Subject erased = new Subject.Person(person);
        return world.stream()
                .filter(event -> !event.data().subject().equals(erased)
                        && !counting.get(event.id()).data().subject().equals(erased))
                .toList();
    }

    private static long total(Town town, String area, Series series, LocalDate date) {
        Figures figures = town.figures(area, date);
        return figures == null ? 0 : figures.total(series, Anchor.DATE);
    }

    /** Whether a figure is made of what holds on its date alone. */
    private static boolean isOfOneDay(Indicator indicator) {
        boolean[] ofOneDay = {true};
        indicator.formula().eachSum((scope, series, anchor) -> {
            if (anchor != Anchor.DATE || series.measure().kind() != Kind.STOCK) {
                ofOneDay[0] = false;
            }
        });
        return ofOneDay[0];
    }

    private static void assertFigure(@Nullable Point point, NaiveFigure expected, String indicator, String name) {
        boolean derived = NaiveMunicipality.isDerived(indicator);
        if (point == null) {
            if (!derived) {
                assertThat(expected.numerator()).as("%s of %s", indicator, name).isZero();
            }
            return;
        }
        if (expected.value() == null) {
            assertThat(point.value()).as("%s of %s", indicator, name).isNull();
        } else {
            assertThat(point.value()).as("%s of %s", indicator, name).isNotNull();
            assertThat(point.value().doubleValue())
                    .as("%s of %s", indicator, name)
                    .isCloseTo(expected.value(), within(1e-9));
        }
        if (point.numerator() != null && !derived) {
            assertThat(point.numerator().doubleValue())
                    .as("numerator of %s of %s", indicator, name)
                    .isEqualTo(expected.numerator());
        }
        if (point.denominator() != null && !derived) {
            assertThat(point.denominator().doubleValue())
                    .as("denominator of %s of %s", indicator, name)
                    .isEqualTo(expected.denominator());
        }
    }

    /** What Heerlen's register, and others about those who left it, say in a random world. */
    private static List<Event> world(long seed) {
        Random random = new Random(seed);
        return Worlds.random(seed, 1 + random.nextInt(9), 5 + random.nextInt(120)).stream()
                .filter(event -> event.data().concerns(HEERLEN))
                .toList();
    }
}
