package nl.buurtpuls.contract.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The municipalities that a token speaks for. */
public sealed interface Municipalities {

    /** The claim of a token that lists them. */
    String CLAIM = "municipalities";

    /** Whether a municipality is among them, by its CBS code as {@code GM0917}. */
    boolean include(String code);

    /** Every one, also those to come: a token without the claim. */
    static Municipalities all() {
        return new All();
    }

    /**
     * Those that are listed, none for an empty list.
     *
     * @throws IllegalArgumentException naming the first that is not GM and four digits
     */
    static Municipalities listed(Collection<String> codes) {
        return new Listed(new TreeSet<>(codes));
    }

    /**
     * Those of a text, between commas, spaces or both.
     *
     * @throws IllegalArgumentException naming the first that is not GM and four digits
     */
    static Municipalities parse(String text) {
        return listed(Arrays.stream(text.split("[,\\s]+"))
                .filter(code -> !code.isEmpty())
                .toList());
    }

    /** Without limit. */
    record All() implements Municipalities {
        @Override
        public boolean include(String code) {
            return true;
        }

        @Override
        public String toString() {
            return "all municipalities";
        }
    }

    /**
     * These and no others.
     *
     * @param codes CBS codes
     */
    record Listed(SortedSet<String> codes) implements Municipalities {

        private static final Pattern CODE = Pattern.compile("GM\\d{4}");

        public Listed {
            codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
            for (String code : codes) {
                if (!CODE.matcher(code).matches()) {
                    throw new IllegalArgumentException("'" + code + "' is no code of a municipality, as GM0917 is");
                }
            }
        }

        @Override
        public boolean include(String code) {
            return codes.contains(code);
        }

        @Override
        public String toString() {
            return codes.isEmpty() ? "no municipality" : String.join(", ", codes);
        }
    }
}
