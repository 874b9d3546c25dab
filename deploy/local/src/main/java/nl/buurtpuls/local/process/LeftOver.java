package nl.buurtpuls.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes that a data folder remembers and that still run: a launcher, or what a killed launcher left behind. */
public final class LeftOver {
    /** The name that the launcher itself is remembered under. */
    public static final String LAUNCHER = "launcher";

    private static final Duration LAUNCHER_LIMIT = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 100;
    private static final Duration PART_LIMIT = Duration.ofSeconds(20);

    private final DataFolder folder;

    public LeftOver(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Remembers this process as the launcher of the folder.
     *
     * @throws StartFailure if another launcher runs there, or processes of an earlier one are left
     */
    public void claim() {
        requireNone();
        folder.pidFile(LAUNCHER).write(ProcessHandle.current());
    }

    /** Takes back what {@link #claim} did. */
    public void release() {
        folder.pidFile(LAUNCHER).delete();
    }

    /** Checks, and claims nothing. */
    public void requireNone() {
        Optional<ProcessHandle> launcher = folder.pidFile(LAUNCHER).living();
        if (launcher.isPresent()) {
            throw StartFailure.notStarted("Buurtpuls runs already on " + folder.path() + " (process "
                    + launcher.get().pid() + "): stop it with deploy/local/stop --data " + folder.path()
                    + ", or use another folder with --data DIR.");
        }
        List<Remembered> parts = parts();
        if (!parts.isEmpty()) {
            throw StartFailure.notStarted("Processes of an earlier run are left on " + folder.path() + " ("
                    + String.join(", ", parts.stream().map(Remembered::toString).toList())
                    + "): end them with deploy/local/stop --data " + folder.path() + ", then start again.");
        }
    }

    /**
     * Stops the launcher, which stops its parts, or the parts if the launcher is gone. Returns when none of them runs.
     *
     * @return the names of what was stopped
     */
    public List<String> stop() {
        List<String> stopped = new ArrayList<>();
        folder.pidFile(LAUNCHER).living().ifPresent(launcher -> {
            end(new Remembered(LAUNCHER, launcher), "TERM", LAUNCHER_LIMIT);
            stopped.add(LAUNCHER);
        });
        folder.pidFile(LAUNCHER).delete();
        for (Remembered part : parts()) {
            // TERM would have PostgreSQL wait for its clients; a JVM may have been started deaf to INT.
            end(part, part.name().equals("postgres") ? "INT" : "TERM", PART_LIMIT);
            stopped.add(part.name());
        }
        return stopped;
    }

    private record Remembered(String name, ProcessHandle process) {
        @Override
        public String toString() {
            return name + " " + process.pid();
        }
    }

    /** The living parts, in the order to stop them: services first, then Kafka, PostgreSQL last. */
    private List<Remembered> parts() {
        if (Files.notExists(folder.pids())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.pids())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".pid"))
                    .map(file -> file.substring(0, file.length() - ".pid".length()))
                    .filter(name -> !name.equals(LAUNCHER))
                    .flatMap(name ->
                            folder.pidFile(name).living().map(process -> new Remembered(name, process)).stream())
                    .sorted(Comparator.comparingInt((Remembered part) -> rank(part.name()))
                            .thenComparing(Remembered::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int rank(String name) {
        return switch (name) {
            case "postgres" -> 2;
            case "kafka" -> 1;
            default -> 0;
        };
    }

    /** Waits by looking again, not for the system's word: a process whose parent takes no notice never gives it. */
    private void end(Remembered part, String signal, Duration limit) {
        PidFile file = folder.pidFile(part.name());
        Signal.send(part.process(), signal);
        if (!isGone(file, limit)) {
            part.process().destroyForcibly();
            isGone(file, PART_LIMIT);
        }
        file.delete();
    }

    private static boolean isGone(PidFile file, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (file.living().isPresent()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
