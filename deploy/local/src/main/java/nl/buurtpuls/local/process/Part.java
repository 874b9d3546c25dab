package nl.buurtpuls.local.process;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One part of the stack: a child process that can be started, asked whether it is ready, stopped, killed and started again.
 * Safe for use by several threads.
 */
public final class Part implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);

    private final Command command;
    private final DataFolder folder;
    private final Readiness readiness;
    private @Nullable Process process;
    private boolean meantToRun;

    public Part(Command command, DataFolder folder, Readiness readiness) {
        this.command = command;
        this.folder = folder;
        this.readiness = readiness;
    }

    public String name() {
        return command.name();
    }

    /** Starts the process and does not wait for it; what it prints is appended to its log file. */
    public synchronized void start() {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException(name() + " runs already");
        }
        File log = folder.log(name()).toFile();
        ProcessBuilder builder = new ProcessBuilder(Command.inOwnSession(command.words()))
                .directory(command.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(command.environment());
        try {
            Process started = builder.start();
            started.getOutputStream().close();
            folder.pidFile(name()).write(started.toHandle());
            process = started;
            meantToRun = true;
        } catch (IOException e) {
            throw StartFailure.failed(name() + " cannot be started: " + e.getMessage());
        }
    }

    /**
     * Waits until the part is ready.
     *
     * @throws StartFailure if it ends, or is not ready within the limit
     */
    public void awaitReady(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            // Asked first, so that a process which has ended is not taken for one that answers on its port.
            Optional<Death> death = died();
            if (death.isPresent()) {
                throw death.get().asFailure();
            }
            if (!isMeantToRun()) {
                throw StartFailure.failed(name() + " was stopped while it started.");
            }
            if (readiness.isReady()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw StartFailure.failed(
                        name() + " is not ready after " + limit.toSeconds() + " s: see " + folder.log(name()) + ".");
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** The end of the process, if nobody asked for it. */
    public synchronized Optional<Death> died() {
        Process current = process;
        return meantToRun && current != null && !current.isAlive()
                ? Optional.of(new Death(name(), current.exitValue(), folder.log(name())))
                : Optional.empty();
    }

    private synchronized boolean isMeantToRun() {
        return meantToRun;
    }

    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The id of the running process, for measurements. */
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(name() + " was never started");
        }
        return process.pid();
    }

    /** Ends the process as a power cut would (SIGKILL), and waits until it is gone. */
    public synchronized void kill() {
        end(Process::destroyForcibly);
    }

    /** Asks the process to stop; after its limit it is killed. Does nothing if it does not run. */
    @Override
    public synchronized void close() {
        end(running -> Signal.send(running.toHandle(), command.stopSignal()));
    }

    private void end(Consumer<Process> request) {
        meantToRun = false;
        Process current = process;
        if (current == null) {
            return;
        }
        if (current.isAlive()) {
            request.accept(current);
        }
        boolean interrupted = false;
        try {
            if (!current.waitFor(command.stopLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                current.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // Who is in a hurry still leaves no process behind.
            interrupted = true;
            current.destroyForcibly();
        }
        current.onExit().join();
        folder.pidFile(name()).delete();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
