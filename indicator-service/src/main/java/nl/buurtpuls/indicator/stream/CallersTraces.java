package nl.buurtpuls.indicator.stream;

import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.buurtpuls.contract.problem.BlottedSpans;
import nl.buurtpuls.contract.topic.TraceParent;

/** What callers write into paths, parameters and headers is part of their traces: here what it may hold is seen to. */
@Singleton
final class CallersTraces implements TextMapPropagatorCustomizer {

    @Produces
    @Singleton
    static SpanProcessor blotted() {
        return new BlottedSpans();
    }

    @Override
    public TextMapPropagator customize(Context context) {
        return new TraceParent();
    }
}
