package nl.buurtpuls.indicator.stream;

import io.opentelemetry.api.trace.SpanContext;
import java.nio.charset.StandardCharsets;
import nl.buurtpuls.contract.topic.TraceHeaders;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Why figures go out: the mutations that they are the first to include.
 *
 * @param published when the oldest of them was published, epoch milliseconds; {@link Long#MAX_VALUE} for none
 * @param trace of the first of them that is traced; not valid for none
 */
record Cause(long published, SpanContext trace) {

    /** No mutation: the day has turned, or all begins again. */
    static final Cause NONE = new Cause(Long.MAX_VALUE, SpanContext.getInvalid());

    private static final String OLDEST_MUTATION = "buurtpuls-oldest-mutation";

    /** Of a mutation. */
    static Cause mutation(long published, Headers headers) {
        return new Cause(published, TraceHeaders.read(headers));
    }

    /** As the first stage passes it on. */
    static Cause passedOn(Headers headers) {
        Header oldest = headers.lastHeader(OLDEST_MUTATION);
        return oldest == null
                ? NONE
                : mutation(Long.parseLong(new String(oldest.value(), StandardCharsets.US_ASCII)), headers);
    }

    /** Of this and a later one together. */
    Cause and(Cause later) {
        return new Cause(Math.min(published, later.published), trace.isValid() ? trace : later.trace);
    }

    /** The same, as the next step of its trace. */
    Cause in(SpanContext step) {
        return new Cause(published, step);
    }

    /** As what goes out tells it. */
    Headers headers() {
        Headers headers = new RecordHeaders(TraceHeaders.write(trace));
        if (published != Long.MAX_VALUE) {
            headers.add(OLDEST_MUTATION, Long.toString(published).getBytes(StandardCharsets.US_ASCII));
        }
        return headers;
    }
}
