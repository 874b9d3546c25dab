package nl.buurtpuls.report.stream;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a client is, as the id of an event says it.
 *
 * @param board whose places these are: each instance of this service has a board of its own, and a new one each time it
 *     starts
 * @param place everything up to here was told
 */
record StreamPosition(String board, long place) {

    private static final Pattern ID = Pattern.compile("([0-9a-z]{1,20})-(\\d{1,18})");

    static Optional<StreamPosition> parse(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches()
                ? Optional.of(new StreamPosition(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return board + "-" + place;
    }
}
