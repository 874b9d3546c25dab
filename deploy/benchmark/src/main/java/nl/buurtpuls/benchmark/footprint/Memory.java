package nl.buurtpuls.benchmark.footprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Memory of processes, as Linux tells it in {@code /proc}; on other systems it is not known. */
public final class Memory {
    private Memory() {}

    /** Resident memory of a process in bytes. */
    public static OptionalLong resident(long pid) {
        return field(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:");
    }

    /** The most that {@link #resident} has been. */
    static OptionalLong residentPeak(long pid) {
        return field(Path.of("/proc", Long.toString(pid), "status"), "VmHWM:");
    }

    /** The {@code -Xmx} of a JVM's command line. */
    public static Optional<String> heapSetting(long pid) {
        try {
            return Stream.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                            .split("\0"))
                    .filter(word -> word.startsWith("-Xmx"))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Memory of a process and its children in bytes; what several of them share counts once. */
    static OptionalLong proportionalOfTree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> field(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"), "Pss:"))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .reduce(Long::sum)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static OptionalLong field(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst();
        } catch (IOException e) {
            // No Linux, or the process has just ended.
            return OptionalLong.empty();
        }
    }
}
