package nl.buurtpuls.areas.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.buurtpuls.areas.file.Refusal;
import nl.buurtpuls.areas.file.Unreadable;
import nl.buurtpuls.areas.outline.Borders.Pair;
import nl.buurtpuls.areas.outline.OutlineReader.Outlines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutlineReaderTest {

    /** An octant of the sphere is an eighth of it. */
    private static final double OCTANT = 4 * Math.PI * 6371.0088 * 6371.0088 / 8;

    @Test
    void aSurfaceIsThatOnTheSphere() {
        Outlines octant = read(feature("NL", "[[[0,0],[90,0],[90,90],[0,90],[0,0]]]"));

        assertThat(octant.outlines().get(0).squareKilometres()).isCloseTo(OCTANT, within(1e-6));
    }

    @Test
    void aHoleIsTakenOffAndTheWayRoundDoesNotMatter() {
        double whole = size("[[[0,0],[2,0],[2,2],[0,2],[0,0]]]");
        double hole = size("[[[1,1],[1,2],[2,2],[2,1],[1,1]]]");

        assertThat(size("[[[0,0],[2,0],[2,2],[0,2],[0,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]]"))
                .isCloseTo(whole - hole, within(1e-9));
    }

    @Test
    void partsAddUp() {
        Outlines parts = read("""
                {"properties": {"buurtcode": "BU00000001"}, "geometry": {"type": "MultiPolygon", "coordinates":
                 [[[[0,0],[1,0],[1,1],[0,1],[0,0]]], [[[5,0],[6,0],[6,1],[5,1],[5,0]]]]}}""");

        assertThat(parts.outlines().get(0).squareKilometres())
                .isCloseTo(2 * size("[[[0,0],[1,0],[1,1],[0,1],[0,0]]]"), within(1e-9));
    }

    @Test
    void whoSharesASideIsANeighbourAndWhoMeetsInAPointIsNot() {
        Outlines quarters = read(
                feature("SW", "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]"),
                feature("SE", "[[[1,0],[2,0],[2,1],[1,1],[1,0]]]"),
                feature("NW", "[[[0,1],[1,1],[1,2],[0,2],[0,1]]]"),
                feature("NE", "[[[1,1],[1,2],[2,2],[2,1],[1,1]]]"));

        assertThat(Borders.among(quarters.outlines()))
                .containsExactly(
                        new Pair("NE", "NW"), new Pair("NE", "SE"), new Pair("NW", "SW"), new Pair("SE", "SW"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"properties\": {}}|has no code",
                "{\"properties\": {\"code\": \"A\"}}|A is drawn as no Polygon",
                "{\"properties\": {\"code\": \"A\"}, \"geometry\": {\"type\": \"Point\"}}|A is drawn as no Polygon",
                "{\"properties\": {\"code\": \"A\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
                        + " [[[196000,322000],[196100,322000],[196100,322100],[196000,322000]]]}}|degrees",
                "{\"properties\": {\"code\": \"A\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
                        + " [[[0,0],[1,0],[0,0]]]}}|a ring of 3 points",
                "{\"properties\": {\"code\": \"A\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
                        + " [[[0,0],[1,0],[2,0],[0,0]]]}}|A has no surface",
            })
    void aFeatureThatIsWrongIsRefusedAndTheOthersAreTaken(String wrong, String reason) {
        Outlines outlines = read(wrong, feature("B", "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]"));

        assertThat(outlines.outlines()).extracting(Outline::code).containsExactly("B");
        assertThat(outlines.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.number()).isEqualTo(1);
            assertThat(refusal.reason()).contains(reason);
        });
    }

    @Test
    void anAreaIsDrawnOnce() {
        String square = feature("A", "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]");

        assertThat(read(square, square).refusals()).containsExactly(Refusal.of(2, "A is feature 1 already"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "[]", "{\"features\": 1}"})
    void whatIsNoMapIsTold(String json) {
        assertThatThrownBy(() -> OutlineReader.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class);
    }

    private static double size(String polygon) {
        return read(feature("A", polygon)).outlines().get(0).squareKilometres();
    }

    private static String feature(String code, String polygon) {
        return "{\"properties\": {\"code\": \"" + code + "\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": "
                + polygon + "}}";
    }

    private static Outlines read(String... features) {
        String json = "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", List.of(features)) + "]}";
        return OutlineReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
