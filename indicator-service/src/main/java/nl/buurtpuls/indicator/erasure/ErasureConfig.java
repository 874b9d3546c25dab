package nl.buurtpuls.indicator.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/** When the topics are rid of persons who were erased. */
@ConfigMapping(prefix = "buurtpuls.erasure")
public interface ErasureConfig {

    /**
     * Time of day (Dutch time) of the daily scrub, which removes erased persons from the topics. Each scrub writes every mutation
     * once more; the law allows a month.
     */
    @WithDefault("03:30")
    LocalTime scrubAt();

    /**
     * Interval between scrubs, in place of a time of day. It is counted from the start of the service, then from the end of each
     * scrub.
     */
    Optional<Duration> scrubEvery();

    /** How long a scrub waits until the engine has read everything that was in the topic when the scrub began. */
    @WithDefault("PT5M")
    Duration patience();
}
