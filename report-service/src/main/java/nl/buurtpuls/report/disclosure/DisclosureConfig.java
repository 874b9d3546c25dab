package nl.buurtpuls.report.disclosure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How figures are made safe to publish. */
@ConfigMapping(prefix = "buurtpuls.disclosure")
public interface DisclosureConfig {

    /**
     * Secret that says which way each count is rounded, at least 32 characters. Required, unless it stands in a file. Keep it:
     * under another one each count is rounded anew, and two roundings of one count tell more of it than one.
     */
    Optional<String> secret();

    /** File that the secret stands in, in place of the setting. */
    Optional<Path> secretFile();

    /** Counts are published as multiples of this. */
    @WithDefault("5")
    int base();

    /** Shares, rates and means are published over at least so many. */
    @WithDefault("100")
    int smallestDenominator();

    /** A count is shown only where the published numbers prove that it is more than this. */
    @WithDefault("4")
    int largestSmallCount();

    /** An area of fewer buurten than this is published as the sum of its buurten. */
    @WithDefault("10")
    int fewestBuurten();
}
