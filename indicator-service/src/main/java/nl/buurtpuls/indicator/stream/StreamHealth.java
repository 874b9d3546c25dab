package nl.buurtpuls.indicator.stream;

import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Ready while the stream runs; alive unless it has failed for good. */
@ApplicationScoped
public class StreamHealth {

    private static final Logger LOG = Logger.getLogger(StreamHealth.class);

    private final KafkaStreams streams;

    StreamHealth(KafkaStreams streams) {
        this.streams = streams;
    }

    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck ready() {
        return () -> answer(streams.state() == KafkaStreams.State.RUNNING);
    }

    @Produces
    @Liveness
    @ApplicationScoped
    HealthCheck live() {
        return () ->
                answer(!streams.state().hasCompletedShutdown() && streams.state() != KafkaStreams.State.PENDING_ERROR);
    }

    private HealthCheckResponse answer(boolean up) {
        return HealthCheckResponse.named("stream")
                .status(up)
                .withData("state", streams.state().name())
                .build();
    }

    /**
     * A thread that dies is replaced: what it had not committed is done again from the last commit. Where that cannot help, the
     * instance ends, and others go on with what it had.
     */
    @Produces
    @ApplicationScoped
    static StreamsUncaughtExceptionHandler onFailure() {
        return failure -> {
            if (OtherStateException.isBehind(failure)) {
                LOG.error("this instance ends", failure);
                Quarkus.asyncExit(1);
                return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
            LOG.error("a stream thread failed and is replaced", failure);
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }
}
