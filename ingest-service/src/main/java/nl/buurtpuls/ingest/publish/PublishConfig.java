package nl.buurtpuls.ingest.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events go into Kafka. */
@ConfigMapping(prefix = "buurtpuls.publish")
public interface PublishConfig {

    /** How long to wait for Kafka to acknowledge an event; after that the sender gets a 503 and sends it again. */
    @WithDefault("PT10S")
    Duration patience();

    /** Maximum number of events of one bulk load that wait for Kafka's acknowledgement at the same time. */
    @WithDefault("20000")
    int bulkInFlight();

    /** Interval of the progress lines in the answer to a bulk load. */
    @WithDefault("PT10S")
    Duration bulkProgress();

    /**
     * When the answer to a bulk load is sent: {@code as-it-goes}, or {@code at-end} without progress lines. Use {@code at-end}
     * behind a proxy that stops forwarding the body once the answer has begun, such as nginx.
     */
    @WithDefault("as-it-goes")
    Answering bulkAnswer();

    /** When a bulk load is answered. */
    enum Answering {
        AS_IT_GOES,
        AT_END
    }
}
