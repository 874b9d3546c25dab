package nl.buurtpuls.ingest.person;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Wraps the secret of the pseudonyms under the key of a version, for the first time or anew: prints what to put in
 * {@code BUURTPULS_PERSON_SECRET} in place of what is there.
 */
public final class WrapSecret {

    static final String SECRET = "BUURTPULS_PERSON_SECRET";
    static final String KEYS = "BUURTPULS_PERSON_WRAPPING_KEYS_";

    private WrapSecret() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        String secret = environment.get(SECRET);
        if (arguments.length != 1 || secret == null) {
            err.println("Usage: WrapSecret VERSION, with the secret (wrapped or not) in " + SECRET + " and the keys in "
                    + KEYS + "VERSION");
            return 2;
        }
        Map<String, String> keys = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(KEYS)) {
                keys.put(name.substring(KEYS.length()).toLowerCase(Locale.ROOT).replace('_', '-'), value);
            }
        });
        try {
            String opened = WrappedSecret.isOne(secret) ? WrappedSecret.open(secret, keys) : secret;
            String key = keys.get(arguments[0]);
            if (key == null) {
                throw new IllegalArgumentException("there is no key of version " + arguments[0]);
            }
            out.println(WrappedSecret.wrap(opened, arguments[0], key));
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
