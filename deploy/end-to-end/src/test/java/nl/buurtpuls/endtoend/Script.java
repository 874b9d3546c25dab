package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The scripts of {@code deploy/local}, as who has just cloned the project calls them. */
enum Script {
    RUN(30),
    STOP(5),
    TOKEN(5);

    private final int mostMinutes;

    Script(int mostMinutes) {
        this.mostMinutes = mostMinutes;
    }

    /** How a script ended, and what it wrote. */
    record Said(int exitCode, List<String> lines) {}

    /** Calls it, and waits until it returns. */
    Said with(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(SharedStack.HOME
                .resolve("deploy")
                .resolve("local")
                .resolve(name().toLowerCase(Locale.ROOT))
                .toString());
        command.addAll(List.of(words));
        // Into a file: a pipe would be held open by a process that stays.
        Path said = Files.createTempFile(SharedStack.newFolder("said-"), "said", ".txt");
        Process process = Terminal.about(command.toArray(String[]::new))
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(mostMinutes, TimeUnit.MINUTES))
                .as("%s returns", this)
                .isTrue();
        return new Said(process.exitValue(), Files.readAllLines(said));
    }
}
