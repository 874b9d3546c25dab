package nl.buurtpuls.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class LeftOverTest {
    @TempDir
    Path path;

    private final List<Process> started = new ArrayList<>();
    private DataFolder folder;
    private LeftOver leftOver;

    @BeforeEach
    void prepare() {
        folder = new DataFolder(path);
        folder.prepare();
        leftOver = new LeftOver(folder);
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void whatAKilledLauncherLeftIsNamedWithTheCommandThatEndsIt() throws IOException {
        Process kafka = remember("kafka");

        assertThatThrownBy(leftOver::claim)
                .isInstanceOf(StartFailure.class)
                .hasMessage("Processes of an earlier run are left on " + path + " (kafka " + kafka.pid()
                        + "): end them with deploy/local/stop --data " + path + ", then start again.");
    }

    @Test
    void stopEndsThemServicesFirstAndPostgresLast() throws IOException {
        remember("kafka");
        remember("postgres");
        remember("report-service");

        assertThat(leftOver.stop()).containsExactly("report-service", "kafka", "postgres");

        // Dead at once, though Java may hear of it a moment later.
        assertThat(started).allSatisfy(process -> assertThat(process.onExit()).succeedsWithin(Duration.ofMinutes(2)));
        assertThatCode(leftOver::requireNone).doesNotThrowAnyException();
    }

    @Test
    void aStrangerWithTheIdOfAnEarlierProcessIsNeverStopped() throws IOException {
        Process stranger = remember("kafka");
        Files.writeString(folder.pids().resolve("kafka.pid"), stranger.pid() + " 1000\n");

        assertThat(leftOver.stop()).isEmpty();

        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatHasEndedUnnoticedByItsParentIsNotTakenForRunning() throws IOException, InterruptedException {
        // The parent becomes a program that never asks after its child.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; exec sleep 600").start();
        started.add(parent);
        long child = Long.parseLong(parent.inputReader().readLine());
        while (!parent.info().command().orElse("").endsWith("sleep")) {
            Thread.sleep(10);
        }
        folder.pidFile("kafka").write(ProcessHandle.of(child).orElseThrow());
        assertThatThrownBy(leftOver::requireNone).isInstanceOf(StartFailure.class);

        assertThat(leftOver.stop()).containsExactly("kafka");

        assertThat(ProcessHandle.of(child)).isPresent();
        assertThatCode(leftOver::requireNone).doesNotThrowAnyException();
    }

    @Test
    void aFolderHasOneLauncher() {
        leftOver.claim();

        assertThatThrownBy(leftOver::claim)
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("Buurtpuls runs already on " + path + " (process "
                        + ProcessHandle.current().pid() + ")");

        leftOver.release();
        assertThatCode(leftOver::claim).doesNotThrowAnyException();
    }

    private Process remember(String name) throws IOException {
        Process process = new ProcessBuilder("sleep", "600").start();
        started.add(process);
        folder.pidFile(name).write(process.toHandle());
        return process;
    }
}
