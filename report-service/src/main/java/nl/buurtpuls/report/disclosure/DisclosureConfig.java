package nl.buurtpuls.report.disclosure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How figures are made safe to publish. */
@ConfigMapping(prefix = "buurtpuls.disclosure")
public interface DisclosureConfig {

    /**
     * Secret that decides whether each count is rounded up or down, at least 32 characters. Required, unless it is in a file.
     * Never change it: another secret rounds each count again, and two roundings of one count reveal more than one.
     */
    Optional<String> secret();

    /** File that holds the secret, in place of the setting. */
    Optional<Path> secretFile();

    /** Counts are published as multiples of this number. */
    @WithDefault("5")
    int base();

    /** Smallest denominator over which shares, rates and means are published. */
    @WithDefault("100")
    int smallestDenominator();

    /** A count is shown only where the published numbers prove that it is larger than this. */
    @WithDefault("4")
    int largestSmallCount();

    /** An area with fewer buurten than this is published as the sum of its buurten. */
    @WithDefault("10")
    int fewestBuurten();
}
