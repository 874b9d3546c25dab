package nl.buurtpuls.report.finding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How findings are kept. */
@ConfigMapping(prefix = "buurtpuls.findings")
interface FindingConfig {

    /**
     * How often findings are removed from the database that are no longer in the topic: those that have expired, and those about
     * erased persons.
     */
    @WithDefault("PT1M")
    Duration forgetEvery();
}
