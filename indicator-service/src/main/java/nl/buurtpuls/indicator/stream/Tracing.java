package nl.buurtpuls.indicator.stream;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells whoever collects traces how long a mutation waited until its figures went out. */
@Singleton
public class Tracing {

    /** What is read again after longer, as when all figures are made anew, is on its way no more. */
    private static final long LONGEST_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final Tracer tracer;
    private final boolean isOff;

    Tracing(Tracer tracer, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean isOff) {
        this.tracer = tracer;
        this.isOff = isOff;
    }

    /**
     * Figures go out now. Gives why, as it goes out with them: in the trace as its next step.
     *
     * @param name of the step
     * @param place the municipality, or the area above it
     */
    Cause sent(Cause cause, String name, String place, long now) {
        Cause.Trace trace = cause.trace();
        if (trace == null || isOff) {
            return cause;
        }
        if (trace.since() < now - LONGEST_MILLIS) {
            return cause.in(null);
        }
        Span span = tracer.spanBuilder(name)
                .setParent(Context.root().with(Span.wrap(trace.step())))
                .setStartTimestamp(trace.since(), TimeUnit.MILLISECONDS)
                .setAttribute("buurtpuls.area", place)
                .startSpan();
        span.end();
        return cause.in(new Cause.Trace(span.getSpanContext(), now));
    }
}
