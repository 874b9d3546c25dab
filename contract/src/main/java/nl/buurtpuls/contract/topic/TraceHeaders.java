package nl.buurtpuls.contract.topic;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** The trace that a record belongs to, in its headers: W3C Trace Context. Few records are traced; the others have none. */
public final class TraceHeaders {

    private static final String PARENT = "traceparent";
    private static final TextMapPropagator CONTEXT = W3CTraceContextPropagator.getInstance();

    private static final TextMapGetter<Headers> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            return StreamSupport.stream(headers.spliterator(), false)
                    .map(Header::key)
                    .toList();
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

    /** The step that a record was sent in; not valid if it is not traced, or its headers cannot be read. */
    public static SpanContext read(Headers headers) {
        return headers.lastHeader(PARENT) == null
                ? SpanContext.getInvalid()
                : Span.fromContext(CONTEXT.extract(Context.root(), headers, GETTER))
                        .getSpanContext();
    }

    /** Headers of a record that is sent in a step; none if that is not valid. */
    public static List<Header> write(SpanContext step) {
        List<Header> headers = new ArrayList<>();
        CONTEXT.inject(
                Context.root().with(Span.wrap(step)),
                headers,
                (all, name, value) -> all.add(new RecordHeader(name, value.getBytes(StandardCharsets.US_ASCII))));
        return headers;
    }
}
