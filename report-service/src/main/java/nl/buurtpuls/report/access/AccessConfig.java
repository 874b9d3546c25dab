package nl.buurtpuls.report.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may read without a token. */
@ConfigMapping(prefix = "buurtpuls.access")
public interface AccessConfig {

    /** Whether everybody may read published figures without a token, as if each caller had the role {@code report-reader}. */
    @WithDefault("false")
    boolean anonymous();
}
