package nl.buurtpuls.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.buurtpuls.local.load.Load;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.stack.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    private static final Path HOME = Path.of("/project");

    @Test
    void withoutAWordTheSampleGoesIntoTheUsualFolderOnTheUsualPorts() {
        Options options = parse();

        assertThat(options.load()).isEqualTo(new Load.Sample());
        assertThat(options.detach()).isFalse();
        assertThat(options.stack().fresh()).isFalse();
        assertThat(options.stack().data().path()).isEqualTo(HOME.resolve("deploy/local/data"));
        assertThat(options.stack().ports().of(Service.REPORT)).isEqualTo(8083);
        assertThat(options.stack().services()).containsExactlyInAnyOrder(Service.values());
    }

    @Test
    void everyOptionIsUnderstood(@TempDir Path folder) throws IOException {
        Path events = Files.writeString(folder.resolve("events.ndjson"), "");

        Options options = parse(
                "--events", events.toString(), "--data", folder + "/d", "--fresh", "--port-offset", "100", "--detach");

        assertThat(options.load()).isEqualTo(new Load.EventFile(events));
        assertThat(options.stack().data().path()).isEqualTo(folder.resolve("d"));
        assertThat(options.stack().fresh()).isTrue();
        assertThat(options.stack().ports().kafka()).isEqualTo(9192);
        assertThat(options.stack().ports().postgres()).isEqualTo(5532);
        assertThat(options.detach()).isTrue();
        assertThat(parse("--no-sample").load()).isEqualTo(new Load.Nothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "50001", "ten", ""})
    void anOffsetThatIsNoneIsNamed(String value) {
        assertThatThrownBy(() -> parse("--port-offset", value))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(2))
                .hasMessage("--port-offset is a number from 0 to 50000, not '" + value + "'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data", "--events", "--port-offset"})
    void anOptionWithoutItsValueIsNamed(String option) {
        assertThatThrownBy(() -> parse(option))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("The option " + option + " needs a value.");
    }

    @Test
    void aWordThatIsNoOptionIsNamedWithTheUsage() {
        assertThatThrownBy(() -> parse("--sample"))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("There is no option --sample.\nUsage: deploy/local/run");
    }

    @Test
    void aFileOfEventsThatIsNotThereIsNamedBeforeAnythingStarts() {
        assertThatThrownBy(() -> parse("--events", "/nowhere/events.ndjson"))
                .isInstanceOf(StartFailure.class)
                .hasMessage("The file /nowhere/events.ndjson of --events cannot be read.");
    }

    @Test
    void stopKnowsTheSameFolders() {
        assertThat(Options.parseStop(List.of(), HOME)).isEqualTo(parse().stack().data());
        assertThat(Options.parseStop(List.of("--data", "/d"), HOME))
                .isEqualTo(parse("--data", "/d").stack().data());
        assertThatThrownBy(() -> Options.parseStop(List.of("--all"), HOME)).isInstanceOf(StartFailure.class);
        assertThat(Options.stopCommand(parse().stack().data(), HOME)).isEqualTo("deploy/local/stop");
        assertThat(Options.stopCommand(new DataFolder(Path.of("/d")), HOME)).isEqualTo("deploy/local/stop --data /d");
    }

    private static Options parse(String... words) {
        return Options.parse(List.of(words), HOME);
    }
}
