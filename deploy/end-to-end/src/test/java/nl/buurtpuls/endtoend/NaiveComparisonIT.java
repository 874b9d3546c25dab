package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.oracle.NaiveCountry;
import nl.buurtpuls.oracle.NaiveFigure;
import nl.buurtpuls.oracle.NaiveRank;
import nl.buurtpuls.oracle.NaiveSeries;
import nl.buurtpuls.oracle.Worlds;
import nl.buurtpuls.oracle.Worlds.Mode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Hostile worlds through the front door: what comes out of the back is what plain counting gives. */
@OnSharedStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(2)
class NaiveComparisonIT {

    private static final long SEED = 20240229;
    private static final World MIXED = World.inHeerlen(Mode.MIXED, SEED, 40, 900);
    private static final World CHAOS =
            World.inHeerlen(Mode.CHAOS, SEED + 1, 20, 600).movedTo("GM0858", "GM0938", "GM0971");
    /** In the whole of Zeeuws-Vlaanderen, and nothing happens elsewhere in its province. */
    private static final World SENSIBLE =
            World.inHeerlen(Mode.SENSIBLE, SEED + 2, 40, 600).movedTo("GM0677", "GM0715", "GM1714");

    private static final List<LocalDate> DATES = List.of(
            LocalDate.parse("1870-01-01"),
            LocalDate.parse("2014-01-01"),
            LocalDate.parse("2016-02-29"),
            LocalDate.parse("2020-02-28"),
            LocalDate.parse("2020-02-29"),
            LocalDate.parse("2021-02-28"),
            LocalDate.parse("2024-12-31"),
            LocalDate.parse("2030-07-01"));

    /** Section 1 of the indicators: none of these may be left out. */
    private static final List<String> POPULATION_AND_TURNOVER = List.of(
            "population",
            "population.adults",
            "population.minors",
            "households",
            "arrivals",
            "arrivals.30d",
            "arrivals.5y",
            "departures.10y",
            "internal-arrivals.1y",
            "internal-departures.5y",
            "births.30d",
            "deaths.10y",
            "dwellings",
            "dwellings.private-rental.share",
            "dwellings.woz-value.mean",
            "turnover.rate.10y",
            "net-migration.rate.30d",
            "arrivals.share-of-municipality.5y",
            "departures.share-of-municipality",
            "retention.10y",
            "retention.5y",
            "retention.1y",
            "kindergartners.not-toddlers.share");

    private final Running stack;
    private final List<Recount> recounts = new ArrayList<>();

    NaiveComparisonIT(Running stack) {
        this.stack = stack;
    }

    @BeforeAll
    void sendTheWorlds() throws Exception {
        assertAccepted(MIXED.sent(SEED));
        assertAccepted(CHAOS.sent(SEED));
        for (List<Event> batch : World.parts(SENSIBLE.sent(SEED), 7)) {
            assertThat(stack.post(batch).body()).isEqualTo("{\"accepted\":" + batch.size() + "}");
        }
        for (World world : List.of(MIXED, CHAOS, SENSIBLE)) {
            for (String municipality : world.municipalities()) {
                recounts.add(new Recount(stack, world, municipality));
            }
        }
        stack.awaitReadable();
    }

    private void assertAccepted(List<Event> events) throws Exception {
        assertThat(stack.postBulk(events).body()).endsWith("{\"accepted\":" + events.size() + ",\"refused\":0}\n");
    }

    @Test
    void everyFigureOfEveryAreaOnEveryDateIsThatOfPlainCounting() throws Exception {
        for (Recount recount : recounts) {
            for (LocalDate date : DATES) {
                Set<String> compared = recount.assertSnapshots(date);

                assertThat(compared).containsAll(POPULATION_AND_TURNOVER);
            }
        }
    }

    @Test
    void currentFiguresComeFromTheStreamAndAreThoseOfPlainCountingToday() throws Exception {
        for (Recount recount : recounts) {
            recount.assertSnapshots(null);
            for (String area : recount.areas()) {
                assertThat(stack.snapshot(area).get("updatedAt").isTextual())
                        .as("the snapshot of %s was made by the stream", area)
                        .isTrue();
            }
        }
    }

    @Test
    void regionAndProvinceAreTheirMunicipalitiesTogether() throws Exception {
        NaiveCountry together = SENSIBLE.recountedTogether();
        for (String area : List.of("CR31", "PV29")) {
            for (LocalDate date : DATES) {
                assertTogether(together, area, stack.read("/v1/areas/" + area + "/snapshot?date=" + date));
            }
            JsonNode today = stack.snapshot(area);
            assertTogether(together, area, today);
            assertThat(today.get("updatedAt").isTextual())
                    .as("the snapshot of %s was made by the stream", area)
                    .isTrue();
        }
    }

    private static void assertTogether(NaiveCountry together, String area, JsonNode snapshot) {
        LocalDate date = LocalDate.parse(snapshot.get("date").asText());
        List<String> compared = new ArrayList<>();
        for (Map.Entry<String, JsonNode> point : snapshot.get("indicators").properties()) {
            String id = point.getKey();
            NaiveFigure expected = together.figure(SENSIBLE.municipalities(), id, date);
            Recount.assertPoint(expected, point.getValue(), id, id + " of " + area + " on " + date);
            compared.add(id);
        }
        assertThat(compared).containsExactlyInAnyOrderElementsOf(NaiveCountry.indicators());
    }

    @Test
    void seriesOfDaysMonthsAndYearsAreThoseOfPlainCounting() throws Exception {
        List<String> ids = List.of(
                "population",
                "turnover.rate",
                "retention.5y",
                "any.minors.share",
                "arrivals.30d",
                "dwellings",
                "any.since-settlement.share");
        for (String area : List.of("GM0917", "HN", "WK091720", "BU09172100")) {
            for (String id : ids) {
                assertSeries(area, id, NaiveSeries.DAY, "2020-02-20", "2020-03-10");
                assertSeries(area, id, NaiveSeries.MONTH, "2015-12-15", "2019-03-01");
                assertSeries(area, id, NaiveSeries.YEAR, "2012-01-01", "2029-12-31");
            }
        }
    }

    private void assertSeries(String area, String id, NaiveSeries step, String from, String to) throws Exception {
        JsonNode points = stack.read("/v1/areas/" + area + "/indicators/" + id + "/series?from=" + from + "&to=" + to
                        + "&step=" + step.name().toLowerCase(Locale.ROOT))
                .get("points");
        List<LocalDate> dates = new ArrayList<>();
        for (JsonNode point : points) {
            dates.add(LocalDate.parse(point.get("date").asText()));
            recounts.get(0).assertPoint(area, id, dates.get(dates.size() - 1), point);
        }
        assertThat(dates).isEqualTo(step.dates(LocalDate.parse(from), LocalDate.parse(to)));
    }

    @Test
    void retentionBetweenAnyTwoDatesIsThatOfPlainCounting() throws Exception {
        Random random = new Random(SEED);
        for (Recount recount : recounts) {
            for (String area : recount.areas()) {
                for (int pair = 0; pair < 5; pair++) {
                    LocalDate from = Worlds.date(random);
                    recount.assertRetention(area, from, from.plusDays(random.nextInt(4_000)));
                }
            }
        }
    }

    @Test
    void rankingsAreThoseOfPlainCounting() throws Exception {
        for (String level : List.of("buurt", "wijk", "group")) {
            for (String id : List.of("population", "turnover.rate.5y", "social-assistance.recipients.share")) {
                for (String date : List.of("2016-02-29", "2021-03-01")) {
                    assertRanking(level, id, LocalDate.parse(date));
                }
            }
        }
    }

    private void assertRanking(String level, String id, LocalDate date) throws Exception {
        JsonNode ranking =
                stack.read("/v1/indicators/" + id + "/ranking?level=" + level + "&within=GM0917&date=" + date);
        Map<String, NaiveFigure> figures = new LinkedHashMap<>();
        List<String> places = new ArrayList<>();
        for (JsonNode area : ranking.get("areas")) {
            String code = area.get("code").asText();
            figures.put(code, recounts.get(0).figure(code, id, date));
            places.add(area.get("rank") + " " + code);
            recounts.get(0).assertPoint(code, id, date, area);
        }
        assertThat(figures.keySet())
                .containsAll(recounts.get(0).areas().stream()
                        .filter(area -> area.startsWith(Map.of("buurt", "BU", "wijk", "WK", "group", "HN")
                                .get(level)))
                        .toList());
        assertThat(places)
                .as("%s of %s on %s", id, level, date)
                .isEqualTo(NaiveRank.of(figures).stream()
                        .map(place -> place.rank() + " " + place.area())
                        .toList());
    }
}
