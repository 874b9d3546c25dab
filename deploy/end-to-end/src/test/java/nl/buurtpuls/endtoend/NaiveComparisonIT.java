package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.oracle.NaiveFigure;
import nl.buurtpuls.oracle.NaiveMunicipality;
import nl.buurtpuls.oracle.Published;
import nl.buurtpuls.oracle.Retention;
import nl.buurtpuls.oracle.Worlds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hostile world through the front door: what comes out of the back is what plain counting gives. */
class NaiveComparisonIT {

    private static final String HEERLEN = "GM0917";
    private static final long SEED = 20240229;
    private static final Running STACK = Running.stack();
    private static final List<LocalDate> DATES = List.of(
            LocalDate.parse("2011-06-30"),
            LocalDate.parse("2014-01-01"),
            LocalDate.parse("2016-02-29"),
            LocalDate.parse("2017-03-01"),
            LocalDate.parse("2020-02-28"),
            LocalDate.parse("2020-02-29"),
            LocalDate.parse("2021-03-01"),
            LocalDate.parse("2024-02-29"),
            LocalDate.parse("2024-12-31"),
            LocalDate.parse("2026-01-15"),
            LocalDate.parse("2027-06-01"));

    private static NaiveMunicipality naive;

    @BeforeAll
    static void sendTheWorld() throws Exception {
        List<Event> world = Worlds.random(SEED, 40, 900);
        List<Event> sent = new ArrayList<>(world);
        sent.addAll(world.subList(100, 400));
        Collections.shuffle(sent, new Random(SEED));

        assertThat(STACK.postBulk(sent).body()).isEqualTo("{\"accepted\":1200,\"refused\":0}\n");

        naive = new NaiveMunicipality(HEERLEN, Published.all(world));
        STACK.awaitReadable();
    }

    @Test
    void everyIndicatorOfEveryAreaOnEveryDateIsThatOfPlainCounting() throws Exception {
        for (LocalDate date : DATES) {
            for (String area : Worlds.areas(HEERLEN)) {
                assertSnapshot(area, date, STACK.read("/v1/areas/" + area + "/snapshot?date=" + date));
            }
        }
    }

    @Test
    void currentSnapshotIsThatOfPlainCountingToday() throws Exception {
        for (String area : Worlds.areas(HEERLEN)) {
            JsonNode snapshot = STACK.read("/v1/areas/" + area + "/snapshot");
            assertThat(snapshot.get("updatedAt").isNull())
                    .as("comes from the stream")
                    .isFalse();
            assertSnapshot(area, LocalDate.parse(snapshot.get("date").asText()), snapshot);
        }
    }

    @Test
    void seriesAreThoseOfPlainCounting() throws Exception {
        for (String area : List.of("GM0917", "HN", "BU09172100")) {
            for (String id :
                    List.of("population", "turnover.rate", "retention.5y", "any.minors.share", "arrivals.30d")) {
                JsonNode series = STACK.read(
                        "/v1/areas/" + area + "/indicators/" + id + "/series?from=2015-12-15&to=2021-03-01&step=month");
                assertThat(series.get("points")).hasSize(63);
                for (JsonNode point : series.get("points")) {
                    assertPoint(area, id, LocalDate.parse(point.get("date").asText()), point);
                }
            }
        }
    }

    @Test
    void retentionBetweenAnyTwoDatesIsThatOfPlainCounting() throws Exception {
        Random random = new Random(SEED);
        for (String area : Worlds.areas(HEERLEN)) {
            LocalDate from = DATES.get(random.nextInt(DATES.size()));
            LocalDate to = from.plusDays(random.nextInt(4_000));
            JsonNode retention = STACK.read("/v1/areas/" + area + "/retention?from=" + from + "&to=" + to);
            Retention became = naive.retention(area, from, to);
            assertThat(List.of(
                            retention.get("residents").asInt(),
                            retention.get("stayed").asInt(),
                            retention.get("moved").asInt(),
                            retention.get("died").asInt()))
                    .as("%s from %s to %s", area, from, to)
                    .isEqualTo(List.of(became.residents(), became.stayed(), became.moved(), became.died()));
        }
    }

    @Test
    void rankingPutsTheHighestFirstAndLetsEqualsShareARank() throws Exception {
        JsonNode ranking = STACK.read("/v1/indicators/population/ranking?level=buurt&within=GM0917&date=2021-03-01");
        assertThat(ranking.get("areas")).hasSize(57);
        int place = 0;
        long before = Long.MAX_VALUE;
        int rank = 0;
        for (JsonNode area : ranking.get("areas")) {
            place++;
            long value = area.get("value").asLong();
            assertThat(value).isLessThanOrEqualTo(before);
            rank = value < before ? place : rank;
            assertThat(area.get("rank").asInt()).isEqualTo(rank);
            before = value;
        }
    }

    private static void assertSnapshot(String area, LocalDate date, JsonNode snapshot) {
        assertThat(snapshot.get("dataFrom").asText()).isEqualTo(String.valueOf(naive.dataFrom()));
        int compared = 0;
        for (Map.Entry<String, JsonNode> indicator : snapshot.get("indicators").properties()) {
            assertPoint(area, indicator.getKey(), date, indicator.getValue());
            compared++;
        }
        assertThat(compared).isGreaterThan(80);
    }

    private static void assertPoint(String area, String id, LocalDate date, JsonNode point) {
        NaiveFigure expected = naive.figure(area, id, date);
        String which = id + " of " + area + " on " + date;
        assertThat(point.get("numerator").asDouble()).as(which).isEqualTo(expected.numerator());
        if (expected.denominator() != null) {
            assertThat(point.get("denominator").asDouble()).as(which).isEqualTo(expected.denominator());
        }
        assertThat(point.get("value").isNull()).as(which).isEqualTo(expected.value() == null);
        if (expected.value() != null) {
            assertThat(point.get("value").asDouble()).as(which).isEqualTo(expected.value());
        }
    }
}
