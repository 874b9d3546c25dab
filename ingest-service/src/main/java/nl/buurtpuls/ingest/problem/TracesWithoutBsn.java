package nl.buurtpuls.ingest.problem;

import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.buurtpuls.contract.problem.BlottedSpans;

/** What callers put into paths and parameters is part of their traces. */
final class TracesWithoutBsn {

    private TracesWithoutBsn() {}

    @Produces
    @Singleton
    static SpanProcessor blotted() {
        return new BlottedSpans();
    }
}
