package nl.buurtpuls.endtoend;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/** A clock for some processes alone, which can be set while they run. */
final class SetClock {

    private static final Path COMPILER = Path.of("/usr/bin/cc");
    private static final Path SOURCE = SharedStack.HOME.resolve("deploy/end-to-end/src/test/c/set-clock.c");

    private final Path library;
    private final Path file;

    private SetClock(Path library, Path file) {
        this.library = library;
        this.file = file;
    }

    /** Whether there is a compiler on a machine that preloads so, or must be one. */
    static boolean isExpected() {
        return System.getProperty("os.name").equals("Linux") && hasCompiler();
    }

    private static boolean hasCompiler() {
        return Files.isExecutable(COMPILER) || System.getenv("CI") != null;
    }

    /** A clock that shows the time that it is, until it is set. */
    static SetClock in(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath().normalize();
        Path library = whole.resolve("set-clock.so");
        Process compiler = new ProcessBuilder(
                        COMPILER.toString(),
                        "-shared",
                        "-fPIC",
                        "-O2",
                        "-o",
                        library.toString(),
                        SOURCE.toString(),
                        "-ldl")
                .redirectErrorStream(true)
                .start();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (compiler.onExit().join().exitValue() != 0) {
            throw new IOException(SOURCE + " cannot be compiled: " + said);
        }
        return new SetClock(library, Files.write(whole.resolve("clock"), new byte[Long.BYTES]));
    }

    /** Environment of a process that is to read this clock. */
    Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library.toString(), "CLOCK_FILE", file.toString());
    }

    /** Sets it ahead of the time that it is by so much, or behind. */
    void setTo(Duration ahead) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        bytes.putLong(0, ahead.toSeconds());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(bytes, 0);
        }
    }
}
