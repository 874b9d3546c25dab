package nl.buurtpuls.indicator.stream;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.jboss.logging.Logger;

/**
 * Ends the stream in good order, which is soon done; but while brokers are away its threads wait for how a commit has ended, and
 * then this process ends as by SIGKILL, which loses nothing.
 */
@ApplicationScoped
class StreamStop {

    private static final Logger LOG = Logger.getLogger(StreamStop.class);

    /** Less than compose waits before it kills. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaStreams streams;

    StreamStop(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Before the platform's own, which waits without a limit. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        if (!streams.close(PATIENCE)) {
            LOG.warnf("the stream has not ended within %d s: this process ends as it is", PATIENCE.toSeconds());
            Runtime.getRuntime().halt(1);
        }
    }
}
