package nl.buurtpuls.local.process;

import java.io.IOException;

/** Signals that {@link Process} has no method for. */
final class Signal {
    private Signal() {}

    /** Sends a signal; TERM if the machine has no {@code kill} program. */
    static void send(ProcessHandle process, String signal) {
        if (signal.equals("TERM")) {
            process.destroy();
            return;
        }
        try {
            int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (exit == 0 || !process.isAlive()) {
                return;
            }
        } catch (IOException e) {
            // There is no such program: what follows still stops it, only later.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroy();
    }
}
