package nl.buurtpuls.report.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.token.Grant;
import nl.buurtpuls.local.token.Tokens;

/** The keys that the service under test checks tokens with, and tokens signed with them. */
public final class Keys {

    private static final DataFolder FOLDER = folder();

    private Keys() {}

    private static DataFolder folder() {
        try {
            return new DataFolder(Files.createTempDirectory("buurtpuls-keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> settings() {
        return Tokens.of(FOLDER, InstantSource.system()).settings();
    }

    /** A token that the service takes, as it stands in the header {@code Authorization}. */
    public static String bearer(String... roles) {
        return bearer(Grant.of(roles));
    }

    /** The same, with more than roles in it. */
    public static String bearer(Grant grant) {
        return "Bearer " + Tokens.of(FOLDER, InstantSource.system()).issue(grant);
    }

    /** A token that was issued at another moment. */
    public static String bearer(Grant grant, Instant issued) {
        return "Bearer " + Tokens.of(FOLDER, InstantSource.fixed(issued)).issue(grant);
    }
}
