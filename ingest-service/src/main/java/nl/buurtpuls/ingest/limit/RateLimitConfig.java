package nl.buurtpuls.ingest.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a sender may ask of an instance of this service. */
@ConfigMapping(prefix = "buurtpuls.rate-limit")
public interface RateLimitConfig {

    /**
     * How many events a second a sender may push for as long as it likes; a call that brings none counts as one. 0: as many
     * as it likes. Each instance counts for itself.
     */
    @WithDefault("50000")
    int eventsPerSecond();

    /** How many events a sender that was silent may push at once before the limit a second holds. */
    @WithDefault("500000")
    int burst();
}
