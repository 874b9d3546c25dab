package nl.buurtpuls.report.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names that a caller may have meant. */
public final class Nearest {

    private static final int SUGGESTIONS = 3;

    private Nearest() {}

    /** A name, and how far it is from the one that is meant. */
    private record Near(String name, int distance) {
        static final Comparator<Near> FIRST =
                Comparator.comparingInt(Near::distance).thenComparing(Near::name);
    }

    /** The names nearest to {@code meant}, as a sentence that follows another; empty if none is near. */
    public static String to(String meant, Stream<String> names) {
        String wanted = meant.toLowerCase(Locale.ROOT);
        List<String> nearest = names.filter(name -> mayBe(meant, name))
                .map(name -> new Near(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .sorted(Near.FIRST)
                .limit(SUGGESTIONS)
                .map(Near::name)
                .toList();
        return nearest.isEmpty() ? "" : " Nearest: " + String.join(", ", nearest) + ".";
    }

    /** What is far longer than a name is not compared with it: the work grows with what callers write, while others wait. */
    private static boolean mayBe(String meant, String name) {
        return meant.length() <= 2 * name.length();
    }

    /** Edits (insert, delete, replace) between two texts: Levenshtein's distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
