package nl.buurtpuls.endtoend;

import java.io.IOException;

/** A process that stands still (SIGSTOP) until this is closed: it lives, holds its connections, and answers nobody. */
record Freeze(long pid) implements AutoCloseable {

    static Freeze of(long pid) throws IOException {
        signal("STOP", pid);
        return new Freeze(pid);
    }

    @Override
    public void close() throws IOException {
        signal("CONT", pid);
    }

    private static void signal(String name, long pid) throws IOException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start();
        if (kill.onExit().join().exitValue() != 0) {
            throw new IOException("process " + pid + " got no " + name);
        }
    }
}
