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

    /** Levels of the areas whose published figures are metrics; none for no such metrics. */
    @WithDefault("municipality,group")
    Optional<List<Level>> levels();

    /** Indicators that are metrics; all there are if not given. */
    Optional<List<String>> indicators();

    /** How many areas of the area table are metrics at most, the first in order of code. */
    @WithDefault("100")
    int mostAreas();

    /** How often the figures are read. */
    @WithDefault("PT1M")
    Duration every();
}
