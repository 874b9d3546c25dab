package nl.buurtpuls.contract.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** The trace that a record belongs to, in its headers. Few records are of calls whose traces are kept; the others have none. */
public final class TraceHeaders {

    private static final TextMapPropagator CONTEXT = new TraceParent();

    private static final TextMapGetter<Headers> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            return CONTEXT.fields();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String key) {
            Header header = headers == null ? null : headers.lastHeader(key);
            return header == null || header.value() == null
                    ? null
                    : new String(header.value(), StandardCharsets.US_ASCII);
        }
    };

    private TraceHeaders() {}

    /** The step that a record was sent in; not valid if its trace is not kept, or the header cannot be read. */
    public static SpanContext read(Headers headers) {
        // Most have none, and there are millions of them.
        if (headers.lastHeader(TraceParent.FIELD) == null) {
            return SpanContext.getInvalid();
        }
        SpanContext step = Span.fromContext(CONTEXT.extract(Context.root(), headers, GETTER))
                .getSpanContext();
        return step.isSampled() ? step : SpanContext.getInvalid();
    }

    /** Headers of a record that is sent in a step; none if its trace is not kept. */
    public static List<Header> write(SpanContext step) {
        List<Header> headers = new ArrayList<>();
        if (step.isSampled()) {
            CONTEXT.inject(
                    Context.root().with(Span.wrap(step)),
                    headers,
                    (all, name, value) -> all.add(new RecordHeader(name, value.getBytes(StandardCharsets.US_ASCII))));
        }
        return headers;
    }
}
