package nl.buurtpuls.indicator.above;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeTry;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.indicator.engine.Town;
import nl.buurtpuls.indicator.ledger.Ledger;
import nl.buurtpuls.indicator.ledger.StoredLedger;
import nl.buurtpuls.oracle.Geography;
import nl.buurtpuls.oracle.NaiveCountry;
import nl.buurtpuls.oracle.NaiveFigure;
import nl.buurtpuls.oracle.Published;
import nl.buurtpuls.oracle.Worlds;

/** What municipalities pass on, whenever they do, adds up to what plain counting gives of all of them. */
class AboveLawTest {

    private static final AreaTable AREAS = AreaTable.shipped();
    private static final String PARKSTAD = "RG-PARKSTAD";

    private final Map<String, Town> towns = new TreeMap<>();
    private final StoredLedger stored = new StoredLedger();
    private Ledger above = stored.open();

    @BeforeTry
    void nobodyLivesAnywhere() {
        towns.clear();
        stored.clear();
        above = stored.open();
    }

    @Property(tries = 60)
    void ledgerAboveIsTheSumOfThoseOfTheMunicipalities(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, Long> told = new HashMap<>();
        for (Event event : world(seed)) {
            apply(event);
            if (random.nextInt(6) == 0) {
                towns.values().forEach(this::passOn);
            }
            if (random.nextInt(9) == 0) {
                tell(told);
            }
            if (random.nextInt(20) == 0) {
                above = stored.open();
            }
        }
        towns.values().forEach(this::passOn);
        tell(told);

        told.values().removeIf(value -> value == 0);
        assertThat(told).isEqualTo(sumOfLedgers());
    }

    @Property(tries = 40)
    void figuresAboveAreThoseOfPlainCounting(@ForAll long seed) {
        List<Event> world = world(seed);
        world.forEach(this::apply);
        LocalDate date = Worlds.date(new Random(seed));
        Municipalities municipalities = new Municipalities();
        // What a municipality said before is forgotten when it says something else.
        stand(municipalities, date.minusDays(40));
        stand(municipalities, date);

        Figures figures = municipalities.figures().orElse(null);
        if (figures == null) {
            assertThat(sumOfLedgers()).isEmpty();
            return;
        }
        NaiveCountry naive = new NaiveCountry(Worlds.MUNICIPALITIES, Published.all(world), Geography.of(AREAS));
        Set<String> ids = new TreeSet<>();
        for (Indicator indicator : Catalogue.indicators()) {
            if (indicator.isAt(Level.REGION)) {
                ids.add(indicator.id());
                NaiveFigure expected = naive.figure(Worlds.MUNICIPALITIES, indicator.id(), date);
                assertFigure(indicator.of(figures), expected, indicator.id() + " on " + date);
            }
        }
        assertThat(ids).isEqualTo(NaiveCountry.indicators());
    }

    private static void assertFigure(Point point, NaiveFigure expected, String name) {
        if (expected.value() == null) {
            assertThat(point.value()).as(name).isNull();
        } else {
            assertThat(point.value()).as(name).isNotNull();
            assertThat(point.value().doubleValue()).as(name).isCloseTo(expected.value(), within(1e-9));
        }
        if (point.numerator() != null) {
            assertThat(point.numerator().doubleValue()).as(name).isEqualTo(expected.numerator());
        }
    }

    private static List<Event> world(long seed) {
        Random random = new Random(seed);
        return Worlds.random(seed, 1 + random.nextInt(12), 5 + random.nextInt(200));
    }

    private void apply(Event event) {
        for (String municipality : Worlds.MUNICIPALITIES) {
            if (event.data().concerns(municipality)) {
                towns.computeIfAbsent(municipality, any -> new Town(municipality, AREAS))
                        .apply(event);
            }
        }
    }

    private void passOn(Town town) {
        CellChanges changes = new CellChanges();
        town.tell((page, series, value, change) -> {
            if (page.area().equals(town.municipality()) && series.measure().addsUp()) {
                changes.add(page.day(), series, change);
            }
        });
        CellChanges received = (CellChanges) Message.decode(changes.encode());
        above.add(received.pagesOf(PARKSTAD));
    }

    private void tell(Map<String, Long> told) {
        above.tell((page, series, value, change) -> told.put(series.name() + "|" + page.day(), value));
    }

    private void stand(Municipalities municipalities, LocalDate date) {
        towns.forEach((municipality, town) -> {
            Map<String, Figures> areas = town.sums(date).areas();
            if (areas.containsKey(municipality)) {
                MunicipalityTotals totals = MunicipalityTotals.of(municipality, date, null, areas);
                municipalities.put((MunicipalityTotals) Message.decode(totals.encode()));
            }
        });
    }

    private Map<String, Long> sumOfLedgers() {
        Map<String, Long> sums = new HashMap<>();
        towns.forEach((municipality, town) -> town.ledger().forEach((cell, value) -> {
            if (cell.startsWith(municipality + "|")) {
                String name = cell.substring(municipality.length() + 1);
                if (Measure.of(name.substring(0, name.indexOf('|')))
                        .orElseThrow()
                        .addsUp()) {
                    sums.merge(name, value, Long::sum);
                }
            }
        }));
        sums.values().removeIf(value -> value == 0);
        return sums;
    }
}
