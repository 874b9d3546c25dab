package nl.buurtpuls.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class PartTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path path;

    private DataFolder folder;
    private Part part;

    @BeforeEach
    void prepare() {
        folder = new DataFolder(path);
        folder.prepare();
        part = part("exec sleep 600", LIMIT);
    }

    @AfterEach
    void end() {
        part.kill();
    }

    @Test
    void whatAPartPrintsIsInItsLog() throws InterruptedException {
        part = part("echo out; echo err >&2; exec sleep 600", LIMIT);
        part.start();

        part.awaitReady(LIMIT);

        assertThat(folder.log("part")).hasContent("out\nerr");
    }

    @Test
    void aPartThatEndsBeforeItIsReadyIsNamedWithItsExitCodeAndLog() {
        part = part("exit 7", LIMIT);
        part.start();

        assertThatThrownBy(() -> part.awaitReady(LIMIT))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(1))
                .hasMessage("part has ended with exit code 7: see " + folder.log("part") + ".");
    }

    @Test
    void aPartThatIsNotReadyInTimeIsNamed() {
        part.start();

        assertThatThrownBy(() -> part.awaitReady(Duration.ofMillis(300)))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("part is not ready after 0 s: see ");
    }

    @Test
    void aPartThatIsStoppedOrKilledHasNotDied() {
        part.start();
        part.close();
        assertThat(part.isRunning()).isFalse();
        assertThat(part.died()).isEmpty();

        part.start();
        part.kill();
        assertThat(part.isRunning()).isFalse();
        assertThat(part.died()).isEmpty();
    }

    @Test
    void aPartThatDoesNotStopInTimeIsKilled() throws InterruptedException {
        part = part("trap '' TERM; echo deaf; while true; do sleep 1; done", Duration.ofMillis(300));
        part.start();
        part.awaitReady(LIMIT);

        part.close();

        assertThat(part.isRunning()).isFalse();
    }

    @Test
    void aPartCanBeStartedAgain() {
        part.start();
        long first = part.pid();
        part.kill();

        part.start();

        assertThat(part.isRunning()).isTrue();
        assertThat(part.pid()).isNotEqualTo(first);
    }

    /** Ready once the program has said something. */
    private Part part(String script, Duration stopLimit) {
        Command command = new Command("part", List.of("sh", "-c", script), Map.of(), "TERM", stopLimit);
        return new Part(
                command,
                folder,
                () -> Files.exists(folder.log("part"))
                        && folder.log("part").toFile().length() > 4);
    }
}
