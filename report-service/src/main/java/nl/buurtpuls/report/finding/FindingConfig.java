package nl.buurtpuls.report.finding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How findings are kept. */
@ConfigMapping(prefix = "buurtpuls.findings")
interface FindingConfig {

    /**
     * How often to look which findings have left the topic: those that are past their time, and those about persons who
     * were erased. They leave the database then.
     */
    @WithDefault("PT1M")
    Duration forgetEvery();
}
