package nl.buurtpuls.report.disclosure;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Reads the secret of the rounding. */
final class Secret {

    private static final int SHORTEST = 32;
    private static final String NAMES = "buurtpuls.disclosure.secret (BUURTPULS_DISCLOSURE_SECRET)";

    private Secret() {}

    /**
     * @throws ConfigurationException if there is none, or it can be guessed
     */
    static byte[] of(DisclosureConfig config) {
        String secret = config.secretFile()
                .map(Secret::read)
                .or(config::secret)
                .orElseThrow(() -> new ConfigurationException(
                        NAMES + " is required: at least " + SHORTEST + " characters that nobody else knows",
                        Set.of("buurtpuls.disclosure.secret")));
        if (secret.length() < SHORTEST) {
            throw new ConfigurationException(
                    NAMES + " must have at least " + SHORTEST + " characters, has " + secret.length(),
                    Set.of("buurtpuls.disclosure.secret"));
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ConfigurationException(
                    "buurtpuls.disclosure.secret-file cannot be read: " + e.getMessage(),
                    e,
                    Set.of("buurtpuls.disclosure.secret-file"));
        }
    }
}
