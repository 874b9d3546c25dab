package nl.buurtpuls.contract.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import nl.buurtpuls.contract.problem.NineDigits;

/** Whoever collects traces is not told either what may be a BSN: what callers wrote themselves is blotted out. */
public final class RedactingSpanProcessor implements SpanProcessor {

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        span.getAttributes().forEach((key, value) -> {
            if (value instanceof String text) {
                String blotted = NineDigits.blot(text);
                if (!blotted.equals(text)) {
                    span.setAttribute(AttributeKey.stringKey(key.getKey()), blotted);
                }
            }
        });
        String name = NineDigits.blot(span.getName());
        if (!name.equals(span.getName())) {
            span.updateName(name);
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // It can be changed no longer.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
