package nl.buurtpuls.report.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of {@code GET /v1/stream}. */
@ConfigMapping(prefix = "buurtpuls.stream")
interface StreamConfig {

    /** How often a client that has nothing to be told is told that the connection lives. */
    @WithDefault("15s")
    Duration heartbeat();

    /**
     * How long a published snapshot is left alone after it was looked at: it changes with the month and with corrections,
     * and looking after one costs a reading of the ledger. Exact ones are told at once.
     */
    @WithDefault("10s")
    Duration restOfPublished();

    /** How many clients may follow one instance; the next is told 503, and to come back. */
    @WithDefault("10000")
    int mostClients();
}
