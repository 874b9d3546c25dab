package nl.buurtpuls.contract.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.event.Place;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTableTest {

    private static final AreaTable TABLE = AreaTable.shipped();

    @Test
    void heerlenLiesInParkstadAndThatInZuidLimburg() {
        assertThat(TABLE.find("GM0917").orElseThrow().parents()).containsExactly("RG-PARKSTAD", "CR39", "PV31", "NL");
        assertThat(TABLE.find("BU09171000").orElseThrow().parents())
                .containsExactly("WK091710", "HN", "GM0917", "RG-PARKSTAD", "CR39", "PV31", "NL");
        assertThat(TABLE.find("GM0935").orElseThrow().parents()).containsExactly("CR39", "PV31", "NL");
        assertThat(TABLE.nearestRegion("GM0917")).isEqualTo("RG-PARKSTAD");
        assertThat(TABLE.nearestRegion("GM0935")).isEqualTo("CR39");
        assertThat(TABLE.nearestRegion("GM9999")).isNull();
        assertThat(TABLE.provinceOf("GM0917")).isEqualTo("PV31");
        assertThat(TABLE.provinceOf("NL")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "BU09171000, BU09171000, true",
        "BU09171000, BU09170100, true",
        "WK091710, BU09170100, true",
        "GM0917, BU09170100, true",
        "BU09170100, GM0917, true",
        "HN, BU09170100, true",
        "RG-PARKSTAD, BU09170100, true",
        "NL, WK091710, true",
        "BU09170100, RG-PARKSTAD, false",
        "RG-PARKSTAD, RG-PARKSTAD, true",
        "BU09170100, BU08820100, false",
        "GM0882, GM0917, false",
        "BU99990001, GM9999, true",
        "NL, GM9999, false",
    })
    void figuresFollowFromAllThatHappensInTheirMunicipality(String area, String other, boolean follows) {
        assertThat(TABLE.placesFollowing(other).contains(TABLE.placeOf(area))).isEqualTo(follows);
    }

    @Test
    void anAreaLiesWhereTheTableOrElseItsCodeSays() {
        assertThat(TABLE.upFrom("BU09171000"))
                .containsExactly("BU09171000", "WK091710", "HN", "GM0917", "RG-PARKSTAD", "CR39", "PV31", "NL");
        assertThat(TABLE.upFrom("WK091710")).doesNotContain("BU09171000").contains("WK091710", "HN", "GM0917", "NL");
        assertThat(TABLE.upFrom("BU02140001"))
                .containsExactly("BU02140001", "WK021400", "GM0214", "CR16", "PV25", "NL");
        assertThat(TABLE.upFrom("WK021400")).containsExactly("WK021400", "GM0214", "CR16", "PV25", "NL");
        assertThat(TABLE.upFrom("GM9999")).containsExactly("GM9999");
    }

    @Test
    void everyMunicipalityLiesInOneCoropRegionOfItsProvince() {
        assertThat(all(Level.MUNICIPALITY)).hasSize(345).allSatisfy(municipality -> {
            List<Area> corop = municipality.parents().stream()
                    .filter(code -> code.matches("CR\\d\\d"))
                    .map(code -> TABLE.find(code).orElseThrow())
                    .toList();
            assertThat(corop).hasSize(1);
            assertThat(TABLE.provinceOf(municipality.code()))
                    .isEqualTo(corop.get(0).parents().get(0));
        });
    }

    @Test
    void provincesHaveAsManyCoropRegionsAsTheCbsGivesThem() {
        Map<String, Long> regions = all(Level.REGION).stream()
                .filter(region -> region.code().startsWith("CR"))
                .collect(Collectors.groupingBy(region -> region.parents().get(0), Collectors.counting()));
        assertThat(regions)
                .containsOnly(
                        entry("PV20", 3L),
                        entry("PV21", 3L),
                        entry("PV22", 3L),
                        entry("PV23", 3L),
                        entry("PV24", 1L),
                        entry("PV25", 4L),
                        entry("PV26", 1L),
                        entry("PV27", 7L),
                        entry("PV28", 6L),
                        entry("PV29", 2L),
                        entry("PV30", 4L),
                        entry("PV31", 3L));
    }

    @Test
    void parkstadIsSevenMunicipalities() {
        assertThat(all(Level.MUNICIPALITY).stream()
                        .filter(municipality -> municipality.parents().contains("RG-PARKSTAD"))
                        .map(Area::code))
                .containsExactlyInAnyOrder("GM0882", "GM0899", "GM0917", "GM0928", "GM0965", "GM0986", "GM1954");
    }

    @ParameterizedTest(name = "to {0} from municipality {1}, country {2}: {3}")
    @CsvSource({
        "GM0917, GM0928, , SAME_REGION", // Kerkrade, in Parkstad
        "GM0917, GM0935, , SAME_PROVINCE", // Maastricht, in Zuid-Limburg but not in Parkstad
        "GM0917, GM0983, , SAME_PROVINCE", // Venlo
        "GM0917, GM0363, , REST_OF_COUNTRY", // Amsterdam
        "GM0917, GM0881, , REST_OF_COUNTRY", // Onderbanken, abolished, in Parkstad
        "GM0917, GM9999, , REST_OF_COUNTRY",
        "GM0917, , DE, ABROAD",
        "GM0917, , , UNKNOWN",
        "GM0935, GM0917, , SAME_REGION", // from Maastricht, Zuid-Limburg is the nearest
        "GM0363, GM0384, , SAME_REGION", // Diemen
        "GM0363, GM0392, , SAME_PROVINCE", // Haarlem
        "GM9999, GM0917, , REST_OF_COUNTRY",
        "GM9999, GM9998, , REST_OF_COUNTRY",
    })
    void whereSomeoneCameFromIsSeenFromWhereTheyArrive(
            String municipality, String left, String country, OriginClass expected) {
        assertThat(TABLE.distance(municipality, new Place(left, country))).isEqualTo(expected);
    }

    @Test
    void everyMunicipalityAndAllOfHeerlenHasASize() {
        assertThat(TABLE.all())
                .filteredOn(area -> area.level().compareTo(Level.MUNICIPALITY) <= 0 && area.level() != Level.GROUP)
                .allSatisfy(area -> assertThat(TABLE.landArea(area.code())).isPresent());
        assertThat(TABLE.landArea("GM0917")).hasValue(45.52);
        assertThat(TABLE.landArea("NL")).isEmpty();
    }

    @Test
    void wijkenAddUpToHeerlenAndBuurtenNearlySo() {
        assertThat(sum(Level.WIJK)).isCloseTo(45.52, within(0.005));
        assertThat(sum(Level.BUURT)).isCloseTo(45.52, within(1.1));
    }

    @Test
    void neighboursAreNeighboursBothWaysOfOneLevel() {
        for (Level level : List.of(Level.BUURT, Level.WIJK)) {
            for (Area area : all(level)) {
                assertThat(TABLE.neighbours(area.code())).isNotEmpty().allSatisfy(neighbour -> {
                    assertThat(TABLE.find(neighbour).orElseThrow().level()).isEqualTo(level);
                    assertThat(TABLE.neighbours(neighbour)).contains(area.code());
                });
            }
        }
        assertThat(TABLE.neighbours("GM0363")).isEmpty();
    }

    @Test
    void allOfHeerlenCanBeReachedFromNeighbourToNeighbour() {
        assertThat(reachedFrom("BU09171000")).hasSize(57);
        assertThat(reachedFrom("WK091710")).hasSize(23);
    }

    @Test
    void scoresNameTheirPeriodAndSource() {
        assertThat(TABLE.all().stream()
                        .map(Area::code)
                        .map(TABLE::publishedSesWoa)
                        .flatMap(Optional::stream))
                .isNotEmpty()
                .allSatisfy(score -> {
                    assertThat(score.score()).isBetween(-1.5, 1.5);
                    assertThat(score.period()).matches("20\\d\\d\\*?");
                    assertThat(score.source()).contains("CBS");
                });
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }

    private static double sum(Level level) {
        return all(level).stream()
                .mapToDouble(area -> TABLE.landArea(area.code()).orElseThrow())
                .sum();
    }

    private static List<Area> all(Level level) {
        return TABLE.all().stream().filter(area -> area.level() == level).toList();
    }

    private static Set<String> reachedFrom(String start) {
        Set<String> reached = new TreeSet<>(List.of(start));
        Deque<String> toVisit = new ArrayDeque<>(reached);
        while (!toVisit.isEmpty()) {
            TABLE.neighbours(toVisit.pop()).stream().filter(reached::add).forEach(toVisit::push);
        }
        return reached;
    }

    @Test
    void aBuurtLiesInWhatIsAroundItAndAboveItsMunicipality() {
        assertThat(all(Level.BUURT)).isNotEmpty().allSatisfy(buurt -> liesInAllAround(buurt.code()));
        liesInAllAround("BU99990001");
        liesInAllAround("BU09350001");
    }

    private static void liesInAllAround(String buurt) {
        List<String> expected = new ArrayList<>(TABLE.around(buurt));
        expected.addAll(TABLE.above(AreaTable.municipalityOf(buurt)));
        assertThat(TABLE.upFrom(buurt)).startsWith(buurt).containsExactlyInAnyOrderElementsOf(expected);
    }
}
