package nl.buurtpuls.report.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of {@code GET /v1/stream}. */
@ConfigMapping(prefix = "buurtpuls.stream")
interface StreamConfig {

    /** How often a client without news gets a comment that keeps the connection alive. */
    @WithDefault("15s")
    Duration heartbeat();

    /**
     * Minimum time between two checks whether a published snapshot has changed. It changes with the month and with corrections,
     * and each check reads the ledger. Exact snapshots go out at once.
     */
    @WithDefault("10s")
    Duration restOfPublished();

    /** Maximum number of clients of one instance; the next gets a 503 with {@code Retry-After}. */
    @WithDefault("10000")
    int mostClients();
}
