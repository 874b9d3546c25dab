package nl.buurtpuls.contract.trace;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * W3C Trace Context without {@code tracestate}: that is a text of the caller's own, which would be kept with the mutations for
 * ever, and told to whoever collects traces.
 */
public final class TraceParent implements TextMapPropagator {

    static final String FIELD = "traceparent";
    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();

    @Override
    public List<String> fields() {
        return List.of(FIELD);
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
        W3C.inject(context, carrier, (any, name, value) -> {
            if (name.equals(FIELD)) {
                setter.set(any, name, value);
            }
        });
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
        return W3C.extract(context, carrier, new TextMapGetter<C>() {
            @Override
            public Iterable<String> keys(C any) {
                return getter.keys(any);
            }

            @Override
            public @Nullable String get(@Nullable C any, String key) {
                return key.equals(FIELD) ? getter.get(any, key) : null;
            }
        });
    }
}
