package nl.buurtpuls.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.benchmark.Options.Measure;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.simulator.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Path HOME = Path.of("/home/of/buurtpuls");

    @Test
    void withoutOptionsSpeedAndFreshnessAreMeasuredAndNothingIsThrown() {
        assertThat(Options.parse(List.of(), HOME).measures())
                .containsExactlyInAnyOrder(Measure.REPLAY, Measure.FRESHNESS);
    }

    @Test
    void fuzzNeedsTheDoorAloneAndTakesNumberAndSeed() {
        Options options = Options.parse(List.of("--only", "fuzz", "--events", "5000", "--seed", "-7"), HOME);

        assertThat(options.measures()).containsExactly(Measure.FUZZ);
        assertThat(options.fuzz()).isEqualTo(new Options.Throw(5000, -7));
        assertThat(options.stack().services()).containsExactly(Service.INGEST);
    }

    @Test
    void doorIsMeasuredWithNothingElseRunning() {
        Options options = Options.parse(List.of("--only", "door"), HOME);

        assertThat(options.measures()).containsExactly(Measure.DOOR);
        assertThat(options.fuzz().events()).isEqualTo(300_000);
        assertThat(options.stack().services()).containsExactly(Service.INGEST);
    }

    @Test
    void aBulkLoadIsLongAndAloneToo() {
        Options options = Options.parse(List.of("--only", "bulk"), HOME);

        assertThat(options.fuzz().events()).isEqualTo(25_000_000);
        assertThat(options.stack().services()).containsExactly(Service.INGEST);
    }

    @Test
    void largerAreasAreReadByAnEngineWithMoreMemoryAndPartitions() {
        Options options = Options.parse(
                List.of(
                        "--only",
                        "engine",
                        "--area",
                        "limburg",
                        "--heap",
                        "indicator-service=2g",
                        "--partitions",
                        "24"),
                HOME);

        assertThat(options.area()).isEqualTo(Area.LIMBURG);
        assertThat(options.stack().services()).containsExactlyInAnyOrder(Service.INGEST, Service.INDICATOR);
        assertThat(options.stack().jvms().heaps()).containsExactly(Map.entry(Service.INDICATOR, "2g"));
        assertThat(options.stack().environment().get(Service.INDICATOR))
                .containsEntry("BUURTPULS_TOPICS_PARTITIONS", "24");
    }

    @Test
    void freshnessIsMeasuredAtEachRate() {
        Options options = Options.parse(List.of("--only", "freshness", "--rates", "50,700", "--readers", "0"), HOME);

        assertThat(options.load()).isEqualTo(new Options.Load(List.of(50, 700), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--only nothing",
                "--events 0",
                "--events many",
                "--seed x",
                "--events",
                "--no-such",
                "--area europe",
                "--rates 100,",
                "--rates 0",
                "--heap 2g",
                "--heap indicator-service=much",
                "--jdk /nowhere"
            })
    void wrongWordsAreNamed(String words) {
        assertThatThrownBy(() -> Options.parse(List.of(words.split(" ")), HOME))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(words.split(" ")[0]);
    }
}
