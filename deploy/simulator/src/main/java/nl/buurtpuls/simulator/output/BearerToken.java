package nl.buurtpuls.simulator.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The token that ingest-service is shown: itself, or a file that has it. The file is read for each call, so that another
 * program can put a new token there before the last expires.
 *
 * @param given the token, or {@code @} and the name of a file
 */
public record BearerToken(String given) {

    private static final String FILE = "@";

    public BearerToken {
        if (given.isBlank() || given.equals(FILE)) {
            throw new IllegalArgumentException("--token must be a token, or @ and the name of a file");
        }
    }

    /**
     * The token now.
     *
     * @throws IOException if its file cannot be read
     */
    String current() throws IOException {
        return given.startsWith(FILE)
                ? Files.readString(Path.of(given.substring(FILE.length()))).strip()
                : given;
    }

    /** Not itself: whoever reads it may push. */
    @Override
    public String toString() {
        return given.startsWith(FILE) ? given : "a token";
    }
}
