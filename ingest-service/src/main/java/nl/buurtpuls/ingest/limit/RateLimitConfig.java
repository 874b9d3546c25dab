package nl.buurtpuls.ingest.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a sender may ask of an instance of this service. */
@ConfigMapping(prefix = "buurtpuls.rate-limit")
public interface RateLimitConfig {

    /**
     * Events a second that one sender may push continuously; a call without events counts as one event. 0: no limit. Each
     * instance counts for itself.
     */
    @WithDefault("50000")
    int eventsPerSecond();

    /** Events that a sender may push at once after a silence, before the limit a second applies. */
    @WithDefault("500000")
    int burst();
}
