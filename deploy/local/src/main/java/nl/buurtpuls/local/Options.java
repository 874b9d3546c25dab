package nl.buurtpuls.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import nl.buurtpuls.local.load.Load;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.stack.Ports;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.StackOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the command was asked to do.
 *
 * @param stack which stack to start
 * @param load what to put into it
 * @param detach whether the command returns once the stack is ready
 */
record Options(StackOptions stack, Load load, boolean detach) {
    static final String USAGE = """
            Usage: deploy/local/run [options]
              --no-sample       load nothing
              --events FILE     load the events of FILE (NDJSON, or .gz of it) and not the sample
              --data DIR        keep the data in DIR (default: deploy/local/data)
              --fresh           remove the data of earlier runs first
              --port-offset N   add N to every port, for several stacks beside each other
              --detach          return when ready; deploy/local/stop [--data DIR] stops it
            """;

    /**
     * Reads the words of the command line.
     *
     * @param home the folder of the project
     * @throws StartFailure naming the word that is wrong
     */
    static Options parse(List<String> words, Path home) {
        boolean sample = true;
        Path events = null;
        Path data = usualData(home);
        boolean fresh = false;
        boolean detach = false;
        Ports ports = new Ports(0);
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--no-sample" -> sample = false;
                case "--events" -> events = readable(value(word, rest));
                case "--data" -> data = Path.of(value(word, rest));
                case "--fresh" -> fresh = true;
                case "--detach" -> detach = true;
                case "--port-offset" -> ports = ports(value(word, rest));
                default -> throw StartFailure.notStarted("There is no option " + word + ".\n" + USAGE.stripTrailing());
            }
        }
        return new Options(
                new StackOptions(home, new DataFolder(data), fresh, ports, EnumSet.allOf(Service.class)),
                load(sample, events),
                detach);
    }

    /** The data folder that {@code deploy/local/stop} is about. */
    static DataFolder parseStop(List<String> words, Path home) {
        if (!words.isEmpty() && (words.size() != 2 || !words.get(0).equals("--data"))) {
            throw StartFailure.notStarted("Usage: deploy/local/stop [--data DIR]");
        }
        return new DataFolder(words.isEmpty() ? usualData(home) : Path.of(words.get(1)));
    }

    /** The words that stop what runs on a data folder. */
    static String stopCommand(DataFolder data, Path home) {
        boolean isUsual = data.equals(new DataFolder(usualData(home)));
        return "deploy/local/stop" + (isUsual ? "" : " --data " + data.path());
    }

    private static Path usualData(Path home) {
        return home.resolve("deploy").resolve("local").resolve("data");
    }

    private static Load load(boolean sample, @Nullable Path events) {
        if (events != null) {
            return new Load.EventFile(events);
        }
        return sample ? new Load.Sample() : new Load.Nothing();
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw StartFailure.notStarted("The option " + option + " needs a value.\n" + USAGE.stripTrailing());
        }
        return rest.next();
    }

    private static Path readable(String name) {
        Path file = Path.of(name).toAbsolutePath();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw StartFailure.notStarted("The file " + file + " of --events cannot be read.");
        }
        return file;
    }

    private static Ports ports(String value) {
        try {
            return new Ports(Integer.parseInt(value));
        } catch (IllegalArgumentException e) {
            throw StartFailure.notStarted(
                    "--port-offset is a number from 0 to " + Ports.GREATEST_OFFSET + ", not '" + value + "'.");
        }
    }
}
