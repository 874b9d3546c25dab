package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.oracle.NaiveFigure;
import nl.buurtpuls.oracle.NaiveMunicipality;
import nl.buurtpuls.oracle.Retention;
import org.jspecify.annotations.Nullable;

/** Holds what the report-service answers about one municipality against plain counting. */
final class Recount {

    /** Of a share or mean; two orders of summing differ by less. */
    private static final double RELATIVE_ERROR = 1e-9;

    private final Running stack;
    private final List<String> areas;
    private final NaiveMunicipality naive;

    Recount(Running stack, World world, String municipality) {
        this.stack = stack;
        this.areas = world.areas(municipality);
        this.naive = world.recounted(municipality);
    }

    List<String> areas() {
        return areas;
    }

    NaiveFigure figure(String area, String indicator, LocalDate date) {
        return naive.figure(area, indicator, date);
    }

    /** Every figure of every area on a date; {@code null} for the current ones. Returns the ids that were compared. */
    Set<String> assertSnapshots(@Nullable LocalDate date) throws IOException, InterruptedException {
        Set<String> compared = new HashSet<>();
        for (String area : areas) {
            JsonNode snapshot = stack.read("/v1/areas/" + area + "/snapshot" + (date == null ? "" : "?date=" + date));
            assertThat(snapshot.get("dataFrom").asText()).as("data of " + area).isEqualTo("" + naive.dataFrom());
            LocalDate day = LocalDate.parse(snapshot.get("date").asText());
            Set<String> here = new HashSet<>();
            for (Map.Entry<String, JsonNode> indicator :
                    snapshot.get("indicators").properties()) {
                assertPoint(area, indicator.getKey(), day, indicator.getValue());
                here.add(indicator.getKey());
            }
            assertThat(here)
                    .as("indicators of " + area)
                    .containsExactlyInAnyOrderElementsOf(NaiveMunicipality.indicators(area));
            compared.addAll(here);
        }
        return compared;
    }

    void assertRetention(String area, LocalDate from, LocalDate to) throws IOException, InterruptedException {
        JsonNode answer = stack.read("/v1/areas/" + area + "/retention?from=" + from + "&to=" + to);
        Retention became = naive.retention(area, from, to);
        String which = "retention of " + area + " from " + from + " to " + to;
        assertThat(List.of(
                        answer.get("residents").asInt(),
                        answer.get("stayed").asInt(),
                        answer.get("moved").asInt(),
                        answer.get("died").asInt()))
                .as(which)
                .isEqualTo(List.of(became.residents(), became.stayed(), became.moved(), became.died()));
        if (became.residents() == 0) {
            assertThat(answer.get("share").isNull()).as(which).isTrue();
        } else {
            assertNear(answer.get("share"), (double) became.stayed() / became.residents(), which);
        }
    }

    void assertPoint(String area, String indicator, LocalDate date, JsonNode point) {
        assertPoint(naive.figure(area, indicator, date), point, indicator, indicator + " of " + area + " on " + date);
    }

    /** Holds one figure against what plain counting gives. */
    static void assertPoint(NaiveFigure expected, JsonNode point, String indicator, String name) {
        String which = name + ": " + point + " is " + expected;
        if (NaiveMunicipality.isDerived(indicator)) {
            assertNear(point.get("value"), expected.value(), which);
        } else if (expected.denominator() == null) {
            assertThat(point.get("value").asDouble()).as(which).isEqualTo(expected.numerator());
            assertThat(point.get("numerator").asDouble()).as(which).isEqualTo(expected.numerator());
        } else {
            assertNear(point.get("numerator"), expected.numerator(), which);
            assertNear(point.get("denominator"), expected.denominator(), which);
            assertNear(point.get("value"), expected.value(), which);
        }
    }

    private static void assertNear(JsonNode actual, @Nullable Double expected, String which) {
        assertThat(actual.isNull()).as(which).isEqualTo(expected == null);
        if (expected != null) {
            assertThat(actual.asDouble())
                    .as(which)
                    .isCloseTo(expected, within(RELATIVE_ERROR * Math.max(1, Math.abs(expected))));
        }
    }
}
