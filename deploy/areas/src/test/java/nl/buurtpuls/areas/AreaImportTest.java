package nl.buurtpuls.areas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreaImportTest {

    private static final String TEXEL = """
            gwb_code_10;regio;gm_naam;recs;a_inw;g_woz;a_lan_ha
            GM0448    ;Texel;Texel;Gemeente;13875;434;16176
            WK044800  ;"De Cocksdorp, 't Noorden";Texel;Wijk;1240;437;5250
            BU04480000;Cocksdorp-dorp;Texel;Buurt;.;.;40
            BU04480100;Elders;Texel;Buurt;100;400;40
            """;

    @TempDir
    Path temporary;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void servicesReadWhatWasImportedBesideWhatIsShipped() throws IOException {
        assertThat(run(TEXEL, "--period", "2022")).isZero();

        AreaTable table = AreaTable.in(folder());
        assertThat(table.find("WK044800").orElseThrow().name()).isEqualTo("De Cocksdorp, 't Noorden");
        assertThat(table.find("BU04480000").orElseThrow().parents())
                .containsExactly("WK044800", "GM0448", "CR18", "PV27", "NL");
        assertThat(table.landArea("GM0448")).hasValue(161.76);
        assertThat(table.accepts("GM0448", "BU04480000")).isTrue();
        assertThat(table.accepts("GM0448", "BU04489999")).isFalse();
        AreaTable shipped = AreaTable.shipped();
        assertThat(table.all()).containsAll(without(shipped, "GM0448"));
        assertThat(table.neighbours("WK091710")).isEqualTo(shipped.neighbours("WK091710"));
        assertThat(table.landArea("BU09171000")).isEqualTo(shipped.landArea("BU09171000"));
        assertThat(table.publishedSesWoa("GM0363")).isEqualTo(shipped.publishedSesWoa("GM0363"));
        assertThat(table.nearestRegion("GM0917")).isEqualTo("RG-PARKSTAD");
    }

    @Test
    void figuresBecomeContextFigures() throws IOException {
        run(TEXEL, "--period", "2022");

        assertThat(folder().resolve("context-figures-kwb-1.csv")).hasContent("""
                area,indicator,period,value,unit,source,label_nl,label_en
                GM0448,cbs.population,2022,13875,persons,"CBS, Kerncijfers wijken en buurten",Inwoners,Inhabitants
                GM0448,woz-value,2022,434000,EUR,"CBS, Kerncijfers wijken en buurten",\
                Gemiddelde WOZ-waarde van woningen,Mean WOZ value of dwellings
                WK044800,cbs.population,2022,1240,persons,"CBS, Kerncijfers wijken en buurten",Inwoners,Inhabitants
                WK044800,woz-value,2022,437000,EUR,"CBS, Kerncijfers wijken en buurten",\
                Gemiddelde WOZ-waarde van woningen,Mean WOZ value of dwellings
                """);
    }

    @Test
    void theReportTellsWhatWasTakenAndWhatWasRefused() throws IOException {
        run(TEXEL, "--period", "2022");

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .startsWith("line 5: BU04480100 lies in WK044801, which is not known")
                .contains("Taken: 0 country, 1 municipalities, 1 wijken, 1 buurten, 4 figures."
                        + " Refused: 1 lines, 0 figures.");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void scoresOfALaterFileAddToTheFolder() throws IOException {
        run(TEXEL, "--period", "2022");
        run("""
                "Perioden";"Wijken en buurten";"Regiocode (gemeente, wijk, buurt) (code)";"SES-WOA/Totaalscore/Gemiddelde score (Getal)"
                "2022*";"Texel (gemeente)";"GM0448";"  -0,005"
                "2021";"Texel (gemeente)";"GM0448";"   0,012"
                """);

        AreaTable table = AreaTable.in(folder());
        assertThat(table.publishedSesWoa("GM0448").orElseThrow().period()).isEqualTo("2022*");
        assertThat(table.sesWoa("GM0448")).hasValue(-0.005);
        assertThat(table.find("GM0448").orElseThrow().name()).isEqualTo("Texel");
        assertThat(table.find("BU04480000")).isPresent();
        assertThat(table.landArea("GM0448")).hasValue(161.76);
    }

    @Test
    void aFinalScoreReplacesTheProvisionalOneOfItsYear() throws IOException {
        String scores = """
                "Perioden";"Wijken en buurten";"Regiocode (gemeente, wijk, buurt) (code)";"GemiddeldeScore_29"
                "%s";"Texel";"GM0448    ";"   %s"
                """;
        run(scores.formatted("2022*", "0.017"));
        run(scores.formatted("2022", "0.018"));
        run(scores.formatted("2021", "0.5"));

        AreaTable table = AreaTable.in(folder());
        assertThat(table.publishedSesWoa("GM0448").orElseThrow().period()).isEqualTo("2022");
        assertThat(table.sesWoa("GM0448")).hasValue(0.018);
    }

    @Test
    void wijkenAndBuurtenDrawnAnewReplaceThoseOfTheirMunicipality() throws IOException {
        String heerlen = """
                gwb_code_10;regio;recs
                WK091710;Wijk 10;Wijk
                BU09171009;Nieuw;Buurt
                """;
        run(heerlen, "--period", "2023");
        assertThat(AreaTable.in(folder()).find("BU09171000")).isPresent();

        run(heerlen, "--period", "2023", "--redraw");

        AreaTable table = AreaTable.in(folder());
        assertThat(table.all().stream().filter(area -> area.level() == Level.BUURT))
                .extracting(Area::code)
                .containsExactly("BU09171009");
        assertThat(table.find("BU09171009").orElseThrow().parents()).startsWith("WK091710", "HN", "GM0917");
        assertThat(table.landArea("BU09171000")).isEmpty();
        assertThat(table.neighbours("WK091710")).isEmpty();
    }

    @Test
    void aMapTellsWhoBordersOnWhomAndSizesThatWereNotKnown() throws IOException {
        run("""
                gwb_code_10;regio;a_lan_ha
                WK044800;Noord;.
                BU04480000;Dorp;40
                WK044801;Zuid;.
                BU04480100;Duin;.
                """, "--period", "2022");
        run("""
                {"type": "FeatureCollection", "features": [
                 {"properties": {"buurtcode": "BU04480000"},
                  "geometry": {"type": "Polygon", "coordinates": [[[4.8,53],[4.81,53],[4.81,53.01],[4.8,53.01],[4.8,53]]]}},
                 {"properties": {"buurtcode": "BU04480100"},
                  "geometry": {"type": "Polygon", "coordinates": [[[4.8,53],[4.8,52.99],[4.81,52.99],[4.81,53],[4.8,53]]]}},
                 {"properties": {"wijkcode": "WK044800"},
                  "geometry": {"type": "Polygon", "coordinates": [[[4.8,53],[4.81,53],[4.81,53.01],[4.8,53.01],[4.8,53]]]}},
                 {"properties": {"buurtcode": "BU04489900"},
                  "geometry": {"type": "Polygon", "coordinates": [[[5,53],[5.1,53],[5.1,53.1],[5,53.1],[5,53]]]}}]}""");

        AreaTable table = AreaTable.in(folder());
        assertThat(table.neighbours("BU04480000")).containsExactly("BU04480100");
        assertThat(table.neighbours("WK044801")).containsExactly("WK044800");
        assertThat(table.neighbours("WK091710")).isEqualTo(AreaTable.shipped().neighbours("WK091710"));
        assertThat(table.landArea("BU04480000")).hasValue(0.4);
        assertThat(table.landArea("BU04480100")).hasValue(0.74);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("feature 4: BU04489900 is not in the area table")
                .contains("1 wijken, 2 buurten, 0 figures. Refused: 1 features");
    }

    @Test
    void aMunicipalityThatIsNewIsTakenAndPointedOut() throws IOException {
        run("gwb_code_10;regio\nGM1992;Voorne aan Zee\n", "--period", "2023");

        assertThat(AreaTable.in(folder()).find("GM1992").orElseThrow().parents())
                .containsExactly("NL");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("GM1992 is new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gwb_code_10;regio\nGM99;Nergens\n", "naam\nHeerlen\n", ""})
    void aFileOfNothingChangesNothing(String file) throws IOException {
        assertThat(run(file, "--period", "2022")).isEqualTo(1);

        assertThat(folder()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kwb.csv", "kwb.csv --into", "kwb.csv --into x --period soon", "kwb.csv --onto x", "a b"})
    void aWrongCallIsTold(String words) {
        int code = AreaImport.run(
                Stream.of(words.split(" ")).filter(word -> !word.isEmpty()).toList(), print(out), print(err));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: deploy/areas/import");
    }

    private int run(String file, String... more) throws IOException {
        Path kwb = Files.writeString(temporary.resolve("kwb.csv"), file);
        List<String> words = Stream.concat(Stream.of(kwb.toString(), "--into", folder().toString()), Stream.of(more))
                .toList();
        return AreaImport.run(words, print(out), print(err));
    }

    private Path folder() {
        return temporary.resolve("tables");
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static List<Area> without(AreaTable table, String code) {
        return table.all().stream().filter(area -> !area.code().equals(code)).toList();
    }
}
