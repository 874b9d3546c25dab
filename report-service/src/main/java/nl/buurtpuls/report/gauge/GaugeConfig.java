package nl.buurtpuls.report.gauge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.buurtpuls.contract.area.Level;

/** Which figures are metrics. Each area and indicator is a series of its own. */
@ConfigMapping(prefix = "buurtpuls.metrics")
public interface GaugeConfig {

    /** Levels of the areas whose published figures are exported as metrics; empty: none are. */
    @WithDefault("municipality,group")
    Optional<List<Level>> levels();

    /** Indicators that are exported as metrics. Unset: all. */
    Optional<List<String>> indicators();

    /** Maximum number of areas that are exported as metrics; the first in order of code are taken. */
    @WithDefault("100")
    int mostAreas();

    /** How often these metrics are refreshed. */
    @WithDefault("PT1M")
    Duration every();
}
