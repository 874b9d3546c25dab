package nl.buurtpuls.indicator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.Retraction;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.indicator.BenefitGroup;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.indicator.window.MunicipalitySums;
import nl.buurtpuls.oracle.Geography;
import nl.buurtpuls.oracle.NaiveFigure;
import nl.buurtpuls.oracle.NaiveMunicipality;
import nl.buurtpuls.oracle.NaiveOrigins;
import nl.buurtpuls.oracle.OriginClass;
import nl.buurtpuls.oracle.Published;
import nl.buurtpuls.oracle.Retention;
import nl.buurtpuls.oracle.Worlds;

/** The law of the engine: the ledger is a function of the set of facts, and is what plain counting gives. */
class EngineLawTest {

    private static final AreaTable AREAS = AreaTable.shipped();
    private static final String HEERLEN = "GM0917";
    private static final Geography GEOGRAPHY = Geography.of(AREAS);

    @Property(tries = 150)
    void replayInAnyOrderAndAnyNumberGivesTheSameLedger(@ForAll long seed) {
        List<Event> world = world(seed);
        Random random = new Random(seed);
        List<Event> again = new ArrayList<>(world);
        for (int i = 0; i < world.size() / 3; i++) {
            again.add(world.get(random.nextInt(world.size())));
        }
        Collections.shuffle(again, random);

        assertThat(ledger(again)).isEqualTo(ledger(world));
    }

    @Property(tries = 100)
    void retractedAndSentAgainGivesTheSameLedger(@ForAll long seed) {
        List<Event> world = world(seed);
        Random random = new Random(seed);
        List<Event> again = new ArrayList<>(world);
        for (Event event : world) {
            if (random.nextInt(4) == 0 && isPlain(event, world)) {
                again.add(retractionOf(event));
                // Right after the one it replaces in the order of facts.
                EventId next = new EventId(event.id().source() + "!", event.id().id());
                again.add(new Event(next, event.time(), event.data()));
            }
        }
        Collections.shuffle(again, random);

        assertThat(ledger(again)).isEqualTo(ledger(world));
    }

    @Property(tries = 60)
    void everyFigureIsThatOfPlainCounting(@ForAll long seed) {
        List<Event> world = world(seed);
        Town town = new Town(HEERLEN, AREAS).apply(world);
        NaiveMunicipality naive = new NaiveMunicipality(HEERLEN, Published.all(world), GEOGRAPHY);
        Random random = new Random(seed);

        for (int i = 0; i < 3; i++) {
            LocalDate date = telling(town, random);
            MunicipalitySums sums = town.sums(date);
            for (String area : Worlds.areas(HEERLEN)) {
                assertFigures(area, date, sums, naive);
            }
        }
    }

    @Property(tries = 40)
    void rollingSumsAreThoseOfTheWholeLedger(@ForAll long seed) {
        List<Event> world = world(seed);
        Random random = new Random(seed);
        LocalDate date = LocalDate.of(2019, 1, 1);
        Town town = new Town(HEERLEN, AREAS).withRollingSumsOf(date);
        for (Event event : world) {
            town.apply(event);
            if (random.nextInt(5) == 0) {
                date = date.plusDays(random.nextInt(90));
                town.rollingSums(date);
            }
        }

        MunicipalitySums whole = town.sums(date);
        MunicipalitySums rolling = town.rollingSums(date);
        for (Map.Entry<String, Figures> area : whole.areas().entrySet()) {
            for (Indicator indicator : Catalogue.indicators()) {
                assertThat(indicator.of(rolling.areas().get(area.getKey())))
                        .as("%s of %s", indicator.id(), area.getKey())
                        .isEqualTo(indicator.of(area.getValue()));
            }
        }
    }

    @Property(tries = 60)
    void retentionBetweenAnyTwoDatesIsThatOfPlainCounting(@ForAll long seed) {
        List<Event> world = world(seed);
        Town town = new Town(HEERLEN, AREAS).apply(world);
        NaiveMunicipality naive = new NaiveMunicipality(HEERLEN, Published.all(world), GEOGRAPHY);
        Random random = new Random(seed);

        for (String area : Worlds.areas(HEERLEN)) {
            LocalDate from = telling(town, random);
            LocalDate to = from.plusDays(random.nextInt(4_000));
            Retention became = naive.retention(area, from, to);
            assertThat(town.plane(area, Measure.RETENTION_STAYED, from, to))
                    .as("stayed in %s from %s to %s", area, from, to)
                    .isEqualTo(became.stayed());
            assertThat(town.plane(area, Measure.RETENTION_DIED, from, to))
                    .as("died of %s from %s to %s", area, from, to)
                    .isEqualTo(became.died());
        }
    }

    @Property(tries = 60)
    void originsOfAnyWindowAreThoseOfPlainCounting(@ForAll long seed) {
        List<Event> world = world(seed);
        Town town = new Town(HEERLEN, AREAS).apply(world);
        NaiveMunicipality naive = new NaiveMunicipality(HEERLEN, Published.all(world), GEOGRAPHY);
        Random random = new Random(seed);
        LocalDate from = telling(town, random);
        LocalDate to = from.plusDays(random.nextInt(4_000));

        for (String area : Worlds.areas(HEERLEN)) {
            assertThat(town.byOrigin(area, Measure.ARRIVALS_BY_ORIGIN, from, to))
                    .as("arrivals in %s after %s up to %s", area, from, to)
                    .isEqualTo(byOrigin(naive.origins(area, from, to, "arrivals")));
            assertThat(town.byOrigin(area, Measure.ADULT_ARRIVALS_BY_ORIGIN, from, to))
                    .isEqualTo(byOrigin(naive.origins(area, from, to, "adult-arrivals")));
            assertThat(town.byOrigin(area, Measure.RECIPIENT_ARRIVALS_BY_ORIGIN, from, to))
                    .isEqualTo(byOrigin(naive.origins(area, from, to, "social-assistance")));
        }
    }

    private static Map<String, Long> byOrigin(NaiveOrigins origins) {
        Map<String, Long> counts = new HashMap<>(origins.municipalities());
        counts.putAll(origins.countries());
        long unknown = origins.classes().get(OriginClass.UNKNOWN);
        if (unknown != 0) {
            counts.put("unknown", unknown);
        }
        return counts;
    }

    @Property(tries = 60)
    void eachAdultIsInOneGroupAsInPlainCounting(@ForAll long seed) {
        List<Event> world = world(seed);
        Town town = new Town(HEERLEN, AREAS).apply(world);
        NaiveMunicipality naive = new NaiveMunicipality(HEERLEN, Published.all(world), GEOGRAPHY);
        LocalDate date = telling(town, new Random(seed));
        MunicipalitySums sums = town.sums(date);

        sums.areas()
                .forEach((area, figures) -> assertThat(BenefitGroup.adultsByFirstScheme().stream()
                                .map(group -> (int) group.in(figures))
                                .toList())
                        .as("%s on %s", area, date)
                        .isEqualTo(List.copyOf(naive.adultsByGroup(area, date).values())));
    }

    @Property(tries = 60)
    void whatIsPublishedNowAndThenAddsUpToTheLedgerWhereverAnEngineEnds(@ForAll long seed) {
        Random random = new Random(seed);
        Town town = new Town(HEERLEN, AREAS);
        Map<String, Long> told = new HashMap<>();
        for (Event event : world(seed)) {
            town.apply(event);
            if (random.nextInt(5) == 0) {
                told.putAll(town.published());
            }
            if (random.nextInt(5) == 0) {
                town.beginAnew();
            }
        }
        told.putAll(town.published());

        told.values().removeIf(value -> value == 0);
        Map<String, Long> closed = town.ledger();
        closed.keySet().removeIf(cell -> cell.startsWith("OpenCell"));
        assertThat(told).isEqualTo(closed);
        assertThat(town.published()).isEmpty();
        assertThat(town.beginAnew().published()).isEmpty();
    }

    /** A date on, before or after one on which something changes; or any. */
    private static LocalDate telling(Town town, Random random) {
        List<Integer> days = List.copyOf(town.days());
        if (days.isEmpty() || random.nextInt(4) == 0) {
            return Worlds.date(random);
        }
        int day = days.get(random.nextInt(days.size()));
        return LocalDate.ofEpochDay(day).plusDays(random.nextInt(-1, 2));
    }

    private static void assertFigures(String area, LocalDate date, MunicipalitySums sums, NaiveMunicipality naive) {
        Figures figures = sums.areas().get(area);
        Set<String> ids = new TreeSet<>();
        for (Indicator indicator : Catalogue.indicators()) {
            if (indicator.isAt(AREAS.levelOf(area))) {
                ids.add(indicator.id());
                // An area whose every cell cancelled out has no sums: all its figures are 0 of 0.
                if (figures != null) {
                    assertFigure(
                            indicator.of(figures),
                            naive.figure(area, indicator.id(), date),
                            indicator.id() + " of " + area + " on " + date);
                } else if (!NaiveMunicipality.isDerived(indicator.id())) {
                    assertThat(naive.figure(area, indicator.id(), date).numerator())
                            .as("numerator of %s of %s on %s", indicator.id(), area, date)
                            .isZero();
                }
            }
        }
        assertThat(ids).containsExactlyInAnyOrderElementsOf(NaiveMunicipality.indicators(area));
    }

    private static void assertFigure(Point point, NaiveFigure expected, String name) {
        if (expected.value() == null) {
            assertThat(point.value()).as(name).isNull();
        } else {
            assertThat(point.value()).as(name).isNotNull();
            assertThat(point.value().doubleValue()).as(name).isCloseTo(expected.value(), within(1e-9));
        }
        if (point.numerator() != null && !isDerived(name)) {
            assertThat(point.numerator().doubleValue())
                    .as("numerator of %s", name)
                    .isEqualTo(expected.numerator());
        }
        if (point.denominator() != null && !isDerived(name)) {
            assertThat(point.denominator().doubleValue())
                    .as("denominator of %s", name)
                    .isEqualTo(expected.denominator());
        }
    }

    private static boolean isDerived(String name) {
        return NaiveMunicipality.isDerived(name.substring(0, name.indexOf(' ')));
    }

    private static Map<String, Long> ledger(List<Event> events) {
        return Map.copyOf(new Town(HEERLEN, AREAS).apply(events).ledger());
    }

    /** What Heerlen's register, and others about those who left it, say in a random world. */
    private static List<Event> world(long seed) {
        Random random = new Random(seed);
        return Worlds.random(seed, 1 + random.nextInt(9), 5 + random.nextInt(120)).stream()
                .filter(event -> event.data().concerns(HEERLEN))
                .toList();
    }

    /** One content, retracted by nobody, and no retraction itself. */
    private static boolean isPlain(Event event, List<Event> world) {
        Set<Event> same = new HashSet<>();
        for (Event other : world) {
            if (other.id().equals(event.id())) {
                same.add(other);
            }
            if (other.data() instanceof Retraction retraction
                    && retraction.retracts().equals(event.id())) {
                return false;
            }
        }
        return same.size() == 1 && !(event.data() instanceof Retraction);
    }

    private static Event retractionOf(Event event) {
        String left = event.data().municipalityLeft();
        Retraction retraction = new Retraction(
                event.data().municipality(),
                event.data().subject(),
                event.id(),
                left == null ? null : Place.municipality(left));
        return new Event(
                new EventId("urn:retractions", event.id().source() + event.id().id()), event.time(), retraction);
    }
}
