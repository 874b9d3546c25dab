package nl.buurtpuls.contract.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeadersTest {

    /** The example of the recommendation. */
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final SpanContext STEP = SpanContext.createFromRemoteParent(
            "0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331",
            TraceFlags.getSampled(),
            TraceState.builder().put("rojo", "00f067aa0ba902b7").build());

    @Test
    void whatIsWrittenIsOfTheFormOfW3CWithoutTheCallersStateAndIsReadAgain() {
        RecordHeaders headers = new RecordHeaders(TraceHeaders.write(STEP));

        assertThat(headers).hasSize(1);
        assertThat(headers.lastHeader("traceparent").value()).isEqualTo(PARENT.getBytes(StandardCharsets.US_ASCII));
        assertThat(TraceHeaders.read(headers).getTraceId()).isEqualTo(STEP.getTraceId());
        assertThat(TraceHeaders.read(headers).getSpanId()).isEqualTo(STEP.getSpanId());

        headers.add("tracestate", "rojo=123456782".getBytes(StandardCharsets.US_ASCII));
        assertThat(TraceHeaders.read(headers).getTraceState().isEmpty()).isTrue();
    }

    @Test
    void ofATraceThatNobodyKeepsThereAreNoHeaders() {
        SpanContext unkept = SpanContext.createFromRemoteParent(
                STEP.getTraceId(), STEP.getSpanId(), TraceFlags.getDefault(), TraceState.getDefault());

        assertThat(TraceHeaders.write(unkept)).isEmpty();
        byte[] parent = PARENT.replaceFirst("01$", "00").getBytes(StandardCharsets.US_ASCII);
        assertThat(TraceHeaders.read(new RecordHeaders().add("traceparent", parent))
                        .isValid())
                .isFalse();
    }

    @Test
    void whatIsNotTracedHasNoHeaders() {
        assertThat(TraceHeaders.write(SpanContext.getInvalid())).isEmpty();
        assertThat(TraceHeaders.read(new RecordHeaders()).isValid()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "00-0af7651916cd43dd8448eb211c80319c", "99-x-y-z"})
    void whatCannotBeReadIsNotTraced(String parent) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", parent.getBytes(StandardCharsets.US_ASCII));

        assertThat(TraceHeaders.read(headers).isValid()).isFalse();
        assertThat(TraceHeaders.read(new RecordHeaders().add("traceparent", null))
                        .isValid())
                .isFalse();
    }
}
