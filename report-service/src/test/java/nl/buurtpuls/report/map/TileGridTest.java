package nl.buurtpuls.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TileGridTest {

    private static final AreaTable AREAS = AreaTable.shipped();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Outline> tiles =
            new TileGrid().outlines(Level.BUURT, null).await().indefinitely().byCode();

    @ParameterizedTest
    @EnumSource(names = {"BUURT", "WIJK", "MUNICIPALITY"})
    void everyAreaThatIsShippedHasASquareOfItsOwn(Level level) {
        List<String> codes = codes(level);
        Set<List<Double>> middles = new HashSet<>();
        codes.forEach(code -> middles.add(List.of(lon(code), lat(code))));

        assertThat(tiles).containsKeys(codes.toArray(String[]::new));
        assertThat(middles).hasSameSizeAs(codes);
    }

    @Test
    void aSquareIsAClosedRingCounterclockwise() throws IOException {
        JsonNode square = JSON.readTree(tiles.get("BU09171000").geoJson());

        assertThat(square.path("type").asText()).isEqualTo("Polygon");
        assertThat(square.path("coordinates")).hasSize(1);
        JsonNode ring = square.path("coordinates").path(0);
        assertThat(ring).hasSize(5);
        assertThat(ring.get(0)).isEqualTo(ring.get(4));
        double area = 0;
        for (int i = 0; i < 4; i++) {
            area += ring.at("/" + i + "/0").asDouble()
                            * ring.at("/" + (i + 1) + "/1").asDouble()
                    - ring.at("/" + (i + 1) + "/0").asDouble()
                            * ring.at("/" + i + "/1").asDouble();
        }
        assertThat(area).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "BUURT, 5.88, 6.04, 50.81, 50.96",
        "WIJK, 5.88, 6.04, 50.81, 50.96",
        "MUNICIPALITY, 3.2, 7.4, 50.6, 53.7",
    })
    void theGridLiesWhereTheAreasLie(Level level, double west, double east, double south, double north) {
        for (String code : codes(level)) {
            assertThat(lon(code)).as(code).isBetween(west, east);
            assertThat(lat(code)).as(code).isBetween(south, north);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GM0014, GM0935, Groningen lies north of Maastricht",
        "GM0363, GM0599, Amsterdam lies north of Rotterdam",
        "GM0882, GM0935, Landgraaf lies north of Maastricht",
        "BU09171000, BU09173601, Maria Gewanden lies north of Welten",
        "WK091711, WK091736, Mariarade lies north of Welten",
    })
    void northIsAbove(String north, String south, String why) {
        assertThat(lat(north)).as(why).isGreaterThan(lat(south));
    }

    @ParameterizedTest
    @CsvSource({
        "GM0518, GM0344, The Hague lies west of Utrecht",
        "GM0363, GM0153, Amsterdam lies west of Enschede",
    })
    void westIsLeft(String west, String east, String why) {
        assertThat(lon(west)).as(why).isLessThan(lon(east));
    }

    private static List<String> codes(Level level) {
        return AREAS.all().stream()
                .filter(area -> area.level() == level)
                .map(Area::code)
                .toList();
    }

    private double lon(String code) {
        return middle(code, 0);
    }

    private double lat(String code) {
        return middle(code, 1);
    }

    private double middle(String code, int axis) {
        try {
            JsonNode ring = JSON.readTree(tiles.get(code).geoJson()).at("/coordinates/0");
            return (ring.at("/0/" + axis).asDouble() + ring.at("/2/" + axis).asDouble()) / 2;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
