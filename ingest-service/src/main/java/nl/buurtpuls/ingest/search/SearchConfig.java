package nl.buurtpuls.ingest.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How topics are read back. */
@ConfigMapping(prefix = "buurtpuls.search")
public interface SearchConfig {

    /** How many may search at a time; who comes then is asked to come back. */
    @WithDefault("2")
    int atOnce();

    /** How long a search may take; then it ends with what it has found. */
    @WithDefault("PT20S")
    Duration patience();

    /** How many records of a partition are read before those ahead of them. */
    @WithDefault("100000")
    long stretch();
}
