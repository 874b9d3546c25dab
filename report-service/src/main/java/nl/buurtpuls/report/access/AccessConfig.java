package nl.buurtpuls.report.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may read without a token. */
@ConfigMapping(prefix = "buurtpuls.access")
public interface AccessConfig {

    /** Whether published figures are open to all: as if each caller had the role report-reader. */
    @WithDefault("false")
    boolean anonymous();
}
