package nl.buurtpuls.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory (tmpfs) that is as large as it is told to be. Only root may mount one. */
record SmallDisk(Path folder) implements AutoCloseable {

    /**
     * Mounts one.
     *
     * @throws IOException if this machine does not let us
     */
    static SmallDisk at(Path folder, int mebibytes) throws IOException {
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    /** Makes it larger, or smaller; what is in it stays. */
    void resize(int mebibytes) throws IOException {
        run("mount", "-o", "remount,size=" + mebibytes + "m", folder.toString());
    }

    @Override
    public void close() throws IOException {
        run("umount", "--lazy", folder.toString());
    }

    private static void run(String... words) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", words) + ": " + said.strip());
        }
    }
}
