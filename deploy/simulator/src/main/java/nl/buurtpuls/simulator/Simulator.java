package nl.buurtpuls.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.simulator.output.EventLine;
import nl.buurtpuls.simulator.output.Upload;

/** The command: makes a town's events and writes them to a file, standard output, or ingest-service. */
public final class Simulator {

    private static final String USAGE = """
            Usage: simulator [--seed N] [--from DATE] [--to DATE] [--scale F] [--out FILE|-|http://HOST:PORT]
              --seed   the same seed gives the same events (default 917)
              --from   day of the baseline (default 2014-01-01)
              --to     last day (default today)
              --scale  part of the real sizes (default 1)
              --out    a file, - for standard output (default), or the address of ingest-service""";
    private static final Set<String> OPTIONS = Set.of("--area", "--seed", "--from", "--to", "--scale", "--out");
    private static final int BUFFER = 1 << 20;

    private Simulator() {}

    public static void main(String[] words) {
        try {
            Map<String, String> options = options(words);
            boolean taken = run(settings(options), options.getOrDefault("--out", "-"));
            System.exit(taken ? 0 : 1);
        } catch (IllegalArgumentException | DateTimeException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The events could not be delivered: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, String> options(String[] words) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            if (!OPTIONS.contains(words[i])) {
                throw new IllegalArgumentException("There is no option " + words[i] + ".");
            }
            if (i + 1 == words.length) {
                throw new IllegalArgumentException(words[i] + " wants a value.");
            }
            options.put(words[i], words[i + 1]);
        }
        return options;
    }

    private static Settings settings(Map<String, String> options) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
        return new Settings(
                Area.of(options.getOrDefault("--area", "heerlen")),
                Long.parseLong(options.getOrDefault("--seed", Long.toString(Settings.DEFAULT_SEED))),
                LocalDate.parse(options.getOrDefault("--from", Settings.DEFAULT_FROM.toString())),
                LocalDate.parse(options.getOrDefault("--to", today.toString())),
                Double.parseDouble(options.getOrDefault("--scale", "1")));
    }

    private static boolean run(Settings settings, String out) throws IOException {
        if (out.startsWith("http://") || out.startsWith("https://")) {
            return Upload.to(URI.create(out), events -> Simulation.run(settings, events), System.out::println);
        }
        long count;
        try (OutputStream bytes =
                new BufferedOutputStream(out.equals("-") ? System.out : Files.newOutputStream(Path.of(out)), BUFFER)) {
            EventLine lines = new EventLine(bytes);
            Simulation.run(settings, lines);
            count = lines.count();
        }
        System.err.println(count + " events");
        return true;
    }
}
