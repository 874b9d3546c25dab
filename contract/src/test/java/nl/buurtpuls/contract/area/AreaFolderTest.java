package nl.buurtpuls.contract.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of the operator's own. */
class AreaFolderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void twoTowns() throws IOException {
        write("areas.csv", """
                # ours
                code,name,level,parent
                NL,Nederland,country,
                GM0001,"Dorp, aan ""zee\""",municipality,NL
                WK000100,Wijk,wijk,GM0001
                BU00010000,Buurt,buurt,WK000100
                """);
        write("groups.csv", "code,name,municipality,members\n");
    }

    @Test
    void twoFilesAreEnough() {
        AreaTable table = AreaTable.in(folder);

        assertThat(table.find("GM0001").orElseThrow().name()).isEqualTo("Dorp, aan \"zee\"");
        assertThat(table.nearestRegion("GM0001")).isNull();
        assertThat(table.sesWoa("GM0001")).isEmpty();
        assertThat(table.landArea("BU00010000")).isEmpty();
        assertThat(table.neighbours("BU00010000")).isEmpty();
    }

    @Test
    void otherFilesTellMore() throws IOException {
        write("scores.csv", "code,sesWoa,period,source\nGM0001,-0.123,2022*,\"CBS, 85900NED\"\n");
        write("land-areas.csv", "code,squareKilometres\nBU00010000,1.25\n");
        write("neighbours.csv", "code,neighbour\nBU00010000,BU00010001\n");

        AreaTable table = AreaTable.in(folder);

        assertThat(table.publishedSesWoa("GM0001")).contains(new SesWoa(-0.123, "2022*", "CBS, 85900NED"));
        assertThat(table.sesWoa("GM0001")).hasValue(-0.123);
        assertThat(table.landArea("BU00010000")).hasValue(1.25);
        assertThat(table.neighbours("BU00010001")).containsExactly("BU00010000");
    }

    @Test
    void fingerprintIsOfWhatFiguresDependOn() throws IOException {
        long before = AreaTable.in(folder).fingerprint();
        write("land-areas.csv", "code,squareKilometres\nBU00010000,1.25\n");
        write("scores.csv", "code,sesWoa,period,source\nGM0002,0.1,2022,CBS\n");
        long scored = AreaTable.in(folder).fingerprint();
        write(
                "scores.csv",
                "code,sesWoa,period,source\nGM0002,0.2,2023,CBS\nGM0003,-0.1,2023,CBS\nWK000100,0.3,2023,CBS\n");
        long higher = AreaTable.in(folder).fingerprint();
        write("groups.csv", "code,name,municipality,members\nG1,Groep,GM0001,WK000100\n");

        assertThat(scored).isNotEqualTo(before);
        assertThat(higher).isEqualTo(scored);
        assertThat(AreaTable.in(folder).fingerprint()).isNotEqualTo(scored);
    }

    @Test
    void aGroupOfBuurtenHasNoWijk() throws IOException {
        write("groups.csv", "code,name,municipality,members\nG1,Groep,GM0001,BU00010000 BU00020000 WK000200\n");
        AreaTable table = AreaTable.in(folder);

        assertThat(table.upFrom("BU00010000")).contains("G1");
        assertThat(table.upFrom("WK000100")).doesNotContain("G1");
        assertThat(table.upFrom("BU00020001")).contains("G1");
        assertThat(table.upFrom("WK000200")).contains("G1", "WK000200");
        assertThat(table.upFrom("WK000201")).doesNotContain("G1");
    }

    @Test
    void scoresAreOfSoManyMunicipalities() throws IOException {
        assertThat(AreaTable.in(folder).scoreCoverage()).isEqualTo(new ScoreCoverage(0, 342));
        write("scores.csv", "code,sesWoa,period,source\nGM0001,0.1,2022,CBS\nGM0002,0.1,2022,CBS\nNL,0,2022,CBS\n");
        assertThat(AreaTable.in(folder).scoreCoverage()).isEqualTo(new ScoreCoverage(2, 342));
        assertThat(new ScoreCoverage(1, 2).isMost()).isFalse();
        assertThat(new ScoreCoverage(2, 3).isMost()).isTrue();
    }

    @Test
    void whatIsWrongIsNamedWithFileAndLine() throws IOException {
        write("scores.csv", "code,sesWoa,period,source\nGM0001,NaN,2022,CBS\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AreaTable.in(folder))
                .withMessage("scores.csv line 2: field 2 is no number: 'NaN'");

        write("scores.csv", "code,sesWoa,period,source\n# nothing\nGM0001,-0.1,2022\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AreaTable.in(folder))
                .withMessage("scores.csv line 3: lacks field 4");

        write("scores.csv", "");
        write("land-areas.csv", "code,squareKilometres\nGM0001,0\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AreaTable.in(folder))
                .withMessageStartingWith("land-areas.csv line 2: ");

        write("land-areas.csv", "");
        write("neighbours.csv", "code,neighbour\nGM0001,GM0001\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AreaTable.in(folder))
                .withMessage("neighbours.csv line 2: GM0001 is its own neighbour");
    }

    @Test
    void areasCannotBeLeftOut() throws IOException {
        Files.delete(folder.resolve("areas.csv"));

        assertThatThrownBy(() -> AreaTable.in(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("areas.csv");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
