package nl.buurtpuls.indicator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.indicator.window.MunicipalitySums;
import nl.buurtpuls.oracle.Geography;
import nl.buurtpuls.oracle.NaiveMunicipality;
import nl.buurtpuls.oracle.Published;
import nl.buurtpuls.oracle.Retention;
import nl.buurtpuls.oracle.Worlds;

/** Figures of programme areas of any shape: of a part of a wijk, of parts of several, one in another, and of made-up buurten. */
class GroupsLawTest {

    private static final AreaTable AREAS = withGroups("""
            HALF,Half a wijk,GM0917,BU09172000
            ACROSS,Parts of three wijken,GM0917,BU09172001 BU09172100 BU09173301
            MIXED,A wijk and a buurt,GM0917,WK091733 BU09173900
            INSIDE,In another,GM0917,BU09173301
            TWICE,Named twice,GM0917,WK091720 BU09172000
            MADE-UP,Of buurten that the table lacks,GM0899,BU08990001 WK089901
            """);

    @Property(tries = 60)
    void everyFigureIsThatOfPlainCounting(@ForAll long seed) {
        Random random = new Random(seed);
        List<Event> world = Worlds.random(seed, 1 + random.nextInt(12), 5 + random.nextInt(200));
        LocalDate date = Worlds.date(random);
        for (String municipality : List.of("GM0917", "GM0899")) {
            Town town = new Town(municipality, AREAS)
                    .apply(world.stream()
                            .filter(event -> event.data().concerns(municipality))
                            .toList());
            NaiveMunicipality naive =
                    new NaiveMunicipality(municipality, Published.all(world), Geography.of(AREAS), AREAS);
            MunicipalitySums sums = town.sums(date);
            for (String area : Worlds.areas(municipality, AREAS)) {
                assertFigures(area, date, sums.areas().get(area), naive);
                Retention became = naive.retention(area, date, date.plusDays(800));
                assertThat(town.plane(area, Measure.RETENTION_STAYED, date, date.plusDays(800)))
                        .as("stayed in %s from %s", area, date)
                        .isEqualTo(became.stayed());
            }
        }
    }

    private static void assertFigures(String area, LocalDate date, Figures figures, NaiveMunicipality naive) {
        if (figures == null) {
            for (String id : List.of("population", "arrivals.10y", "births.10y", "dwellings")) {
                assertThat(naive.figure(area, id, date).numerator())
                        .as(id + " of " + area)
                        .isZero();
            }
            return;
        }
        for (Indicator indicator : Catalogue.indicators()) {
            if (indicator.isAt(AREAS.levelOf(area))) {
                Number value = indicator.of(figures).value();
                Double expected = naive.figure(area, indicator.id(), date).value();
                String name = indicator.id() + " of " + area + " on " + date;
                if (value == null || expected == null) {
                    assertThat(value).as(name).isEqualTo(expected);
                } else {
                    assertThat(value.doubleValue()).as(name).isCloseTo(expected, within(1e-9));
                }
            }
        }
    }

    private static AreaTable withGroups(String groups) {
        try {
            Path folder = Files.createTempDirectory("areas");
            try (InputStream areas = AreaTable.class.getResourceAsStream("areas.csv")) {
                Files.copy(areas, folder.resolve("areas.csv"));
            }
            Files.writeString(folder.resolve("groups.csv"), "code,name,municipality,members\n" + groups);
            return AreaTable.in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
