package nl.buurtpuls.report.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.buurtpuls.contract.area.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundaryFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void aFolderIsReadWholeAndAFileByItself() throws IOException {
        Path inFolder = Files.createDirectory(folder.resolve("maps"));
        Files.writeString(inFolder.resolve("buurten.geojson"), collection("BU09171000"));
        Files.writeString(inFolder.resolve("wijken.json"), collection("WK091710"));
        Files.writeString(inFolder.resolve("README.txt"), "no map");
        Path file = Files.writeString(folder.resolve("heerlen.geo"), collection("GM0917"));

        Outlines read = read(inFolder, file);

        assertThat(read.byCode()).containsOnlyKeys("BU09171000", "WK091710", "GM0917");
        assertThat(read.source()).isEqualTo("file");
        assertThat(read.attribution()).isEqualTo("CBS, 2022");
    }

    @Test
    void ofAnAreaInTwoFilesTheFirstIsTaken() throws IOException {
        Path first = Files.writeString(folder.resolve("b.geojson"), collection("GM0917"));
        Path second = Files.writeString(
                folder.resolve("a.geojson"), collection("GM0917").replace("[5.91, 50.9]", "[5.95, 50.9]"));

        assertThat(read(first, second).byCode().get("GM0917").geoJson())
                .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":[[[5.9,50.9],[5.91,50.9],[5.9,50.91],[5.9,50.9]]]}");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        Path missing = folder.resolve("none.geojson");

        assertThatThrownBy(() -> read(missing))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("buurtpuls.map.boundaries: " + missing + " cannot be read");
    }

    @Test
    void aFileThatIsNoMapIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("list.json"), "[]");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("buurtpuls.map.boundaries: " + file);
    }

    private static Outlines read(Path... paths) {
        return new BoundaryFiles(List.of(paths), "CBS, 2022", JSON)
                .outlines(Level.BUURT, null)
                .await()
                .indefinitely();
    }

    static String collection(String code) {
        return """
                {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"code": "%s"}, "geometry":
                 {"type": "Polygon", "coordinates": [[[5.9, 50.9], [5.91, 50.9], [5.9, 50.91], [5.9, 50.9]]]}}]}
                """.formatted(code);
    }
}
