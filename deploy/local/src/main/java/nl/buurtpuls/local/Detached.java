package nl.buurtpuls.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.local.process.Command;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.process.LeftOver;
import nl.buurtpuls.local.process.Progress;

/** Starts the launcher again as a process that outlives this one and the terminal, and follows what it says until it is ready. */
final class Detached {
    /** How the line begins that says the stack is ready. */
    static final String READY = "Buurtpuls is ready: ";

    private static final long POLL_MILLIS = 100;

    private final Progress progress;

    Detached(Progress progress) {
        this.progress = progress;
    }

    /** Returns the exit code: 0 once the stack is ready, or that of the launcher if it has ended before. */
    int run(Options options, List<String> words) throws InterruptedException {
        DataFolder data = options.stack().data();
        data.prepare();
        // Checked here as well, before the log of a launcher that runs, or its data, would be touched.
        new LeftOver(data).requireNone();
        options.stack().ports().requireFree();
        if (options.stack().fresh()) {
            data.clear();
            data.prepare();
        }
        Path log = data.log(LeftOver.LAUNCHER);
        try {
            Files.writeString(log, "");
            Process launcher = start(words, log);
            try (BufferedReader lines = Files.newBufferedReader(log)) {
                return follow(launcher, lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(List<String> words, Path log) throws IOException {
        List<String> launch = new ArrayList<>(List.of(Command.javaProgram().toString()));
        launch.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        launch.addAll(List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()));
        // It is fresh already, and its log must stay.
        words.stream()
                .filter(word -> !word.equals("--detach") && !word.equals("--fresh"))
                .forEach(launch::add);
        Process launcher = new ProcessBuilder(Command.inOwnSession(launch))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return launcher;
    }

    private int follow(Process launcher, BufferedReader lines) throws IOException, InterruptedException {
        while (true) {
            // Asked before reading: what it said last is read after it has ended.
            boolean ended = !launcher.isAlive();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                progress.say(line);
                if (line.startsWith(READY)) {
                    return 0;
                }
            }
            if (ended) {
                return launcher.exitValue() == 0 ? 1 : launcher.exitValue();
            }
            Thread.sleep(POLL_MILLIS);
        }
    }
}
