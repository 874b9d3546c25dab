package nl.buurtpuls.local.process;

import java.nio.file.Path;

/**
 * The end of a process that was meant to run.
 *
 * @param name which part
 * @param exitCode its exit code; 128 and more is a signal
 * @param log where to read why
 */
public record Death(String name, int exitCode, Path log) {
    public StartFailure asFailure() {
        return StartFailure.failed(name + " has ended with exit code " + exitCode + ": see " + log + ".");
    }
}
