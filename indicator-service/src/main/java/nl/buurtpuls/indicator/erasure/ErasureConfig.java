package nl.buurtpuls.indicator.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** When the topics are rid of persons who were erased. */
@ConfigMapping(prefix = "buurtpuls.erasure")
public interface ErasureConfig {

    /** Time of the day, in the Netherlands. The law gives a month; a scrub writes each mutation once more. */
    @WithDefault("03:30")
    LocalTime scrubAt();

    /** In place of a time of the day: so long after the start, and after the end of each scrub. */
    Optional<Duration> scrubEvery();

    /** How long a scrub waits for the engine to have read what was there when it began. */
    @WithDefault("PT5M")
    Duration patience();
}
