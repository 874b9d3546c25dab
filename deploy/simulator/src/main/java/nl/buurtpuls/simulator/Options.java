package nl.buurtpuls.simulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.buurtpuls.simulator.output.BearerToken;

/**
 * What the command line asks for.
 *
 * @param out a file, {@code -} for standard output, or the address of ingest-service
 * @param load whether the events up to {@link Settings#to()} are wanted
 * @param token what ingest-service is shown; none if the events go elsewhere
 * @param speed how many times faster than the clock today's mutations are played after that; empty if they are not
 */
record Options(Settings settings, String out, Optional<BearerToken> token, boolean load, Optional<Double> speed) {

    static final String USAGE = """
            Usage: simulator [--area heerlen|parkstad|limburg|netherlands] [--seed N] [--from DATE] [--to DATE]
                             [--scale F] [--out FILE|-|http://HOST:PORT [--token TOKEN|@FILE]]
                             [--live [--speed F] [--no-load]]
              --area     which municipalities (default heerlen)
              --seed     the same seed gives the same events (default 917)
              --from     day of the baseline (default 2014-01-01)
              --to       last day (default today)
              --scale    part of the real sizes (default 1)
              --out      a file, - for standard output (default), or the address of ingest-service
              --token    a bearer token with the role mutation-writer, or @ and a file that has one and is read for each
                         call (default: the environment variable BUURTPULS_TOKEN)
              --live     then plays mutations of today, of Heerlen, until it is stopped
              --speed    so many days of mutations a day (default 60)
              --no-load  plays only: what is before is loaded already, of the same area, seed, --from and --to""";

    private static final Set<String> WITH_VALUE =
            Set.of("--area", "--seed", "--from", "--to", "--scale", "--out", "--token", "--speed");
    private static final Set<String> WITHOUT_VALUE = Set.of("--live", "--no-load");
    private static final double DEFAULT_SPEED = 60;
    private static final double HIGHEST_SPEED = 100_000;

    /**
     * Reads the command line.
     *
     * @param tokenAround the token that the environment gives
     * @throws IllegalArgumentException naming the option and the rule that it breaks
     */
    static Options of(String[] words, LocalDate today, Optional<String> tokenAround) {
        Map<String, String> given = given(words);
        LocalDate from = given.containsKey("--from") ? date(given, "--from") : Settings.DEFAULT_FROM;
        LocalDate to = given.containsKey("--to") ? date(given, "--to") : today;
        Settings settings = new Settings(
                Area.of(given.getOrDefault("--area", "heerlen")),
                number(given, "--seed", Settings.DEFAULT_SEED, Long::valueOf, "a whole number"),
                from,
                to,
                number(given, "--scale", 1.0, Double::valueOf, "a number above 0 and at most 10"));
        boolean live = given.containsKey("--live");
        require(live || !given.containsKey("--speed"), "--speed is for --live only");
        require(live || !given.containsKey("--no-load"), "--no-load is for --live only: without both nothing is left");
        require(!live || !to.isAfter(today), "--to must not lie after today with --live, is " + to);
        double speed = number(given, "--speed", DEFAULT_SPEED, Double::valueOf, "a number");
        require(
                speed > 0 && speed <= HIGHEST_SPEED,
                "--speed must be above 0 and at most " + (int) HIGHEST_SPEED + ", is " + given.get("--speed"));
        return new Options(
                settings,
                out(given.getOrDefault("--out", "-")),
                Optional.ofNullable(given.get("--token")).or(() -> tokenAround).map(BearerToken::new),
                !given.containsKey("--no-load"),
                live ? Optional.of(speed) : Optional.empty());
    }

    private static Map<String, String> given(String[] words) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            String option = words[i];
            require(!given.containsKey(option), option + " must be given once, not twice");
            if (WITHOUT_VALUE.contains(option)) {
                given.put(option, "");
            } else {
                require(WITH_VALUE.contains(option), "there is no option " + option);
                require(i + 1 < words.length, option + " needs a value");
                i++;
                given.put(option, words[i]);
            }
        }
        return given;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static LocalDate date(Map<String, String> given, String option) {
        try {
            return LocalDate.parse(given.getOrDefault(option, ""));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    option + " must be a date such as 2014-01-01, is " + given.get(option), e);
        }
    }

    private static <T> T number(
            Map<String, String> given, String option, T otherwise, Function<String, T> reading, String rule) {
        String text = given.get(option);
        if (text == null) {
            return otherwise;
        }
        try {
            return reading.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " must be " + rule + ", is " + text, e);
        }
    }

    private static String out(String text) {
        if (isAddress(text)) {
            try {
                require(new URI(text).getHost() != null, "--out must name a host after http://, is " + text);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("--out must be a file, - or an address, is " + text, e);
            }
        }
        return text;
    }

    private static boolean isAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }

    /** The address of ingest-service, if that is where the events go. */
    Optional<URI> ingest() {
        return isAddress(out) ? Optional.of(URI.create(out)) : Optional.empty();
    }
}
