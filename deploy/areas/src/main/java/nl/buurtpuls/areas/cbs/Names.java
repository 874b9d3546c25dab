package nl.buurtpuls.areas.cbs;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The names that a column has had, the ones to prefer first: in the yearly file (short), in a download from StatLine
 * (long) and from its open data (numbered; the number differs between years and stands here as {@code #}).
 */
record Names(List<Pattern> patterns) {

    static Names of(String... names) {
        return new Names(List.of(names).stream().map(Names::pattern).toList());
    }

    private static Pattern pattern(String name) {
        String exact = Pattern.quote(name).replace("#", "\\E\\d+\\Q");
        return Pattern.compile(exact, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Which of the headers this is; -1 if none. */
    int in(List<String> headers) {
        for (Pattern pattern : patterns) {
            for (int i = 0; i < headers.size(); i++) {
                if (pattern.matcher(headers.get(i)).matches()) {
                    return i;
                }
            }
        }
        return -1;
    }
}
