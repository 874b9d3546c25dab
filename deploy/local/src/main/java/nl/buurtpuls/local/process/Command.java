package nl.buurtpuls.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start and stop one child process.
 *
 * @param name what people, log files and pid files call it
 * @param words program and arguments
 * @param environment what is added to this process's environment
 * @param folder where it runs
 * @param stopSignal the signal that asks it to stop, as {@code kill} names it
 * @param stopLimit how long it may take to stop before it is killed
 */
public record Command(
        String name,
        List<String> words,
        Map<String, String> environment,
        Path folder,
        String stopSignal,
        Duration stopLimit) {
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final List<Path> SETSID = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** A program that runs where this process does. */
    public Command(
            String name, List<String> words, Map<String, String> environment, String stopSignal, Duration stopLimit) {
        this(name, words, environment, HERE, stopSignal, stopLimit);
    }

    /** The same in another folder. */
    public Command in(Path anotherFolder) {
        return new Command(name, words, environment, anotherFolder, stopSignal, stopLimit);
    }

    /** A Java program on the JDK of this process. */
    public static Command java(
            String name, List<String> arguments, Map<String, String> environment, Duration stopLimit) {
        return java(javaProgram(), name, arguments, environment, stopLimit);
    }

    /** A Java program on another JDK, by its {@code java}. */
    public static Command java(
            Path program, String name, List<String> arguments, Map<String, String> environment, Duration stopLimit) {
        List<String> words = new ArrayList<>();
        words.add(program.toString());
        words.addAll(arguments);
        return new Command(name, words, environment, "TERM", stopLimit);
    }

    /** The {@code java} that runs this process. */
    public static Path javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * The words, in a session of their own where the machine can do that. A terminal sends Ctrl-C to every process of its
     * session; only the launcher is to get it, so that the parts stop in order. {@code setsid} replaces itself by the
     * program: the process id is the program's.
     */
    public static List<String> inOwnSession(List<String> words) {
        for (Path setsid : SETSID) {
            if (Files.isExecutable(setsid)) {
                List<String> all = new ArrayList<>();
                all.add(setsid.toString());
                all.addAll(words);
                return all;
            }
        }
        return words;
    }
}
