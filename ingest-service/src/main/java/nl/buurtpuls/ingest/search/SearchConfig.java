package nl.buurtpuls.ingest.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How topics are read back. */
@ConfigMapping(prefix = "buurtpuls.search")
public interface SearchConfig {

    /** Maximum number of searches at the same time; further callers get a 503 with {@code Retry-After}. */
    @WithDefault("2")
    int atOnce();

    /** Time limit of a search; it then answers with what it has found so far. */
    @WithDefault("PT20S")
    Duration patience();

    /**
     * Size of the blocks, in records, in which a search reads a partition backwards: the newest block first, then the one before
     * it.
     */
    @WithDefault("100000")
    long stretch();
}
