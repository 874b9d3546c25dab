package nl.buurtpuls.areas;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import nl.buurtpuls.areas.cbs.CbsReader;
import nl.buurtpuls.areas.file.Unreadable;
import nl.buurtpuls.areas.folder.AreaFolder;
import nl.buurtpuls.areas.folder.ContextSource;
import nl.buurtpuls.areas.folder.Update;
import nl.buurtpuls.areas.outline.OutlineReader;
import nl.buurtpuls.contract.area.Level;

/**
 * The command behind {@code deploy/areas/import}. Exit codes: 0 if something was taken, 1 if nothing was, 2 if it was called
 * in a wrong way.
 */
public final class AreaImport {

    private AreaImport() {}

    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(words), out, err));
    }

    static int run(List<String> words, PrintStream out, PrintStream err) {
        if (words.contains("--help")) {
            out.println(Options.USAGE);
            return 0;
        }
        Options options;
        try {
            options = Options.parse(words);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(Options.USAGE);
            return 2;
        }
        try {
            return run(options, out);
        } catch (NoSuchFileException e) {
            err.println("There is no file " + e.getMessage() + ".");
        } catch (Unreadable | IOException | UncheckedIOException | IllegalArgumentException e) {
            err.println(e.getMessage());
        }
        return 1;
    }

    private static int run(Options options, PrintStream out) throws IOException {
        byte[] bytes = Files.readAllBytes(options.file());
        AreaFolder folder = new AreaFolder(options.folder());
        boolean outlines = bytes.length > 0 && bytes[0] == '{';
        Update update;
        if (outlines) {
            update = folder.draw(OutlineReader.read(bytes));
        } else {
            String name = options.file().getFileName().toString().replaceFirst("\\.[^.]*$", "");
            update = folder.take(
                    CbsReader.read(bytes, options.period()),
                    options.redraw(),
                    name.replaceAll("[^A-Za-z0-9_-]", "-"),
                    new ContextSource(options.source()));
        }
        String unit = outlines ? "feature" : "line";
        update.refusals().forEach(refusal -> out.println(refusal.told(unit)));
        update.remarks().forEach(out::println);
        out.println(summary(update, unit));
        if (update.taken().isEmpty()) {
            return 1;
        }
        out.println("In " + options.folder() + ": " + String.join(", ", update.files()));
        return 0;
    }

    private static String summary(Update update, String unit) {
        long whole = update.refusals().stream()
                .filter(refusal -> refusal.column() == null)
                .count();
        return "Taken: " + count(update, Level.COUNTRY, "country") + count(update, Level.MUNICIPALITY, "municipalities")
                + count(update, Level.WIJK, "wijken") + count(update, Level.BUURT, "buurten") + update.figures()
                + " figures. Refused: " + whole + " " + unit + "s, "
                + (update.refusals().size() - whole) + " figures.";
    }

    private static String count(Update update, Level level, String name) {
        return update.taken().getOrDefault(level, 0L) + " " + name + ", ";
    }
}
