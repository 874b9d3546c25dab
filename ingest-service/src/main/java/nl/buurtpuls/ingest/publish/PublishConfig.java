package nl.buurtpuls.ingest.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events go into Kafka. */
@ConfigMapping(prefix = "buurtpuls.publish")
public interface PublishConfig {

    /** How long Kafka may take to acknowledge an event before the sender is told to send it again. */
    @WithDefault("PT10S")
    Duration patience();

    /** How many events of a bulk load may wait for acknowledgement at a time. */
    @WithDefault("20000")
    int bulkInFlight();

    /** How often a bulk load is told how far it is. */
    @WithDefault("PT10S")
    Duration bulkProgress();

    /**
     * When a bulk load is answered: {@code as-it-goes}; or {@code at-end}, where a proxy stands before the service that passes
     * no more of a body on once its answer has begun, as nginx does. How far it is, is not told then.
     */
    @WithDefault("as-it-goes")
    Answering bulkAnswer();

    /** When a bulk load is answered. */
    enum Answering {
        AS_IT_GOES,
        AT_END
    }
}
