package nl.buurtpuls.indicator.stream;

import io.opentelemetry.api.trace.SpanContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.buurtpuls.contract.topic.OldestMutation;
import nl.buurtpuls.contract.trace.TraceHeaders;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Why figures go out: the mutations that they are the first to include.
 *
 * @param published when the oldest of them was published, epoch milliseconds; {@link Long#MAX_VALUE} for none
 * @param trace that of the first of them whose trace is kept; {@code null} for none
 */
record Cause(long published, @Nullable Trace trace) {

    /**
     * A trace on its way.
     *
     * @param step the last step, of which the next one is a part
     * @param since when that had ended, epoch milliseconds
     */
    record Trace(SpanContext step, long since) {}

    /** No mutation: the day has turned, or all begins again. */
    static final Cause NONE = new Cause(Long.MAX_VALUE, null);

    /** Of a mutation. */
    static Cause mutation(long published, Headers headers) {
        return new Cause(published, trace(headers, published));
    }

    /**
     * As the first stage passes it on.
     *
     * @param sent when it did, epoch milliseconds
     */
    static Cause passedOn(Headers headers, long sent) {
        Header oldest = headers.lastHeader(OldestMutation.HEADER);
        long published =
                oldest == null ? Long.MAX_VALUE : Long.parseLong(new String(oldest.value(), StandardCharsets.US_ASCII));
        return new Cause(published, trace(headers, sent));
    }

    private static @Nullable Trace trace(Headers headers, long since) {
        SpanContext step = TraceHeaders.read(headers);
        return step.isValid() ? new Trace(step, since) : null;
    }

    /** Of this and a later one together. */
    Cause and(Cause later) {
        return new Cause(Math.min(published, later.published), trace != null ? trace : later.trace);
    }

    /** The same, in another trace or none. */
    Cause in(@Nullable Trace another) {
        return new Cause(published, another);
    }

    /** As what goes out tells it. */
    Headers headers() {
        Headers headers = new RecordHeaders(trace == null ? List.of() : TraceHeaders.write(trace.step()));
        if (published != Long.MAX_VALUE) {
            headers.add(OldestMutation.HEADER, Long.toString(published).getBytes(StandardCharsets.US_ASCII));
        }
        return headers;
    }
}
