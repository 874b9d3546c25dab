package nl.buurtpuls.areas;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command was asked to do.
 *
 * @param file what the CBS has published, figures or a map
 * @param folder where the tables go
 * @param redraw whether wijken and buurten that the file lacks go
 * @param period the year of the figures; {@code null} if the file says it
 * @param source who published them; {@code null} for what is usual
 */
record Options(
        Path file,
        Path folder,
        boolean redraw,
        @Nullable String period,
        @Nullable String source) {

    static final String USAGE = """
            Usage: deploy/areas/import FILE --into DIR [--redraw] [--period YEAR] [--source TEXT]
              FILE           'Kerncijfers wijken en buurten' or 'SES-WOA scores per wijk en buurt' of the CBS, as CSV;
                             or its 'Wijk- en buurtkaart' as GeoJSON in degrees, for who borders on whom
              --into DIR     the folder of tables; made from those that are shipped if it is not there
              --redraw       the file has every wijk and buurt of its municipalities: others of theirs are left out
              --period YEAR  the year of the figures, for files that do not say it
              --source TEXT  what to name as the source of the figures""";

    /** Reads the words of the command line; an exception names the word that is wrong. */
    static Options parse(List<String> words) {
        Path file = null;
        Path folder = null;
        boolean redraw = false;
        String period = null;
        String source = null;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--into" -> folder = Path.of(value(word, rest));
                case "--redraw" -> redraw = true;
                case "--period" -> period = year(value(word, rest));
                case "--source" -> source = value(word, rest);
                default -> {
                    if (word.startsWith("--")) {
                        throw new IllegalArgumentException("There is no option " + word + ".");
                    }
                    if (file != null) {
                        throw new IllegalArgumentException("One file at a time: " + file + " or " + word + "?");
                    }
                    file = Path.of(word);
                }
            }
        }
        if (file == null || folder == null) {
            throw new IllegalArgumentException("A file and --into DIR are needed.");
        }
        return new Options(file, folder, redraw, period, source);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " wants a value.");
        }
        return rest.next();
    }

    private static String year(String text) {
        if (!text.matches("(19|20)\\d{2}\\*?")) {
            throw new IllegalArgumentException("--period is a year, such as 2022, not '" + text + "'.");
        }
        return text;
    }
}
