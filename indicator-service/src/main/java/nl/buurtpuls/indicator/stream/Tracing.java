package nl.buurtpuls.indicator.stream;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Tells whoever collects traces how long a mutation took from its publication until its figures went out. */
@Singleton
public class Tracing {

    /** What is read again after longer, as when all figures are made anew, is on its way no more. */
    private static final long LONGEST_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final Tracer tracer;

    Tracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * Figures go out now. Gives why, as it goes out with them: in the trace as its next step.
     *
     * @param step what was done with the mutation
     * @param place the municipality, or the area above it
     */
    Cause sent(Cause cause, String step, String place, long now) {
        if (!cause.trace().isSampled()) {
            return cause;
        }
        if (cause.published() < now - LONGEST_MILLIS) {
            return cause.in(SpanContext.getInvalid());
        }
        Span span = tracer.spanBuilder(step)
                .setParent(Context.root().with(Span.wrap(cause.trace())))
                .setStartTimestamp(cause.published(), TimeUnit.MILLISECONDS)
                .setAttribute("buurtpuls.area", place)
                .startSpan();
        span.end();
        return cause.in(span.getSpanContext());
    }
}
