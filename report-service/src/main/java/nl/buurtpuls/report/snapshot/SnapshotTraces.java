package nl.buurtpuls.report.snapshot;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import nl.buurtpuls.contract.trace.TraceHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The last step of a mutation's trace: its snapshot can be read. */
@ApplicationScoped
class SnapshotTraces {

    private final Tracer tracer;

    SnapshotTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Whether somebody collects the trace that a record belongs to. */
    boolean isTraced(ConsumerRecord<?, ?> record) {
        return TraceHeaders.read(record.headers()).isSampled();
    }

    /** Tells that a snapshot can be read, and how long that took since it was sent. */
    void readable(ConsumerRecord<String, ?> record) {
        tracer.spanBuilder("store")
                .setParent(Context.root().with(Span.wrap(TraceHeaders.read(record.headers()))))
                .setStartTimestamp(record.timestamp(), TimeUnit.MILLISECONDS)
                .setAttribute("buurtpuls.area", record.key())
                .startSpan()
                .end();
    }
}
