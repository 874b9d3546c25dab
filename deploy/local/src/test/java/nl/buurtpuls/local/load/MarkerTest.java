package nl.buurtpuls.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkerTest {
    @TempDir
    Path folder;

    @Test
    void aLoadThatWasCutShortKeepsWhatItWasAskedForAndIsNotComplete() {
        new Marker(folder.resolve("loaded").resolve("sample")).begin("2026-03-01");

        Marker later = new Marker(folder.resolve("loaded").resolve("sample"));

        assertThat(later.request()).contains("2026-03-01");
        assertThat(later.isComplete()).isFalse();
    }

    @Test
    void aLoadThatCameToItsEndIsComplete() {
        Marker marker = new Marker(folder.resolve("sample"));
        marker.begin("2026-03-01");
        marker.complete("2026-03-01");

        assertThat(new Marker(folder.resolve("sample")).isComplete()).isTrue();
        assertThat(marker.request()).contains("2026-03-01");
    }

    @Test
    void whatWasNeverBegunIsNotComplete() {
        Marker marker = new Marker(folder.resolve("sample"));

        assertThat(marker.request()).isEmpty();
        assertThat(marker.isComplete()).isFalse();
    }
}
