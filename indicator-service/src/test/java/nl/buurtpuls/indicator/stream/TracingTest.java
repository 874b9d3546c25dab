package nl.buurtpuls.indicator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TracingTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CALL = "b7ad6b7169203331";
    private static final long PUBLISHED = Instant.parse("2024-06-15T10:00:00Z").toEpochMilli();

    private static final long NOW = PUBLISHED + 250;

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracing tracing = new Tracing(
            SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build()
                    .get("test"),
            false);

    @Test
    void figuresGoOutInTheTraceOfTheMutationWithTheTimeSinceItsPublication() {
        Cause sent = tracing.sent(Cause.mutation(PUBLISHED, traced("01")), "count", "GM0917", NOW);

        List<SpanData> told = spans.getFinishedSpanItems();
        assertThat(told).hasSize(1);
        SpanData step = told.get(0);
        assertThat(step.getTraceId()).isEqualTo(TRACE);
        assertThat(step.getParentSpanId()).isEqualTo(CALL);
        assertThat(step.getStartEpochNanos()).isEqualTo(PUBLISHED * 1_000_000);
        assertThat(parentIn(sent.headers())).isEqualTo("00-" + TRACE + "-" + step.getSpanId() + "-01");

        Cause passedOn = Cause.passedOn(sent.headers(), NOW);
        assertThat(passedOn.published()).isEqualTo(PUBLISHED);
        tracing.sent(passedOn, "add up", "NL", NOW + 40);
        SpanData next = spans.getFinishedSpanItems().get(1);
        assertThat(next.getParentSpanId()).isEqualTo(step.getSpanId());
        assertThat(next.getStartEpochNanos()).as("where the step before ended").isEqualTo(NOW * 1_000_000);
    }

    @Test
    void ofATraceThatNobodyKeepsNothingIsTold() {
        Cause sent = tracing.sent(Cause.mutation(PUBLISHED, traced("00")), "count", "GM0917", NOW);

        assertThat(spans.getFinishedSpanItems()).isEmpty();
        assertThat(sent.headers()).extracting(header -> header.key()).containsExactly("buurtpuls-oldest-mutation");
    }

    @Test
    void whatIsReadAgainLongAfterIsTracedNoLonger() {
        long nextDay = PUBLISHED + 86_400_000;

        Cause sent = tracing.sent(Cause.mutation(PUBLISHED, traced("01")), "count", "GM0917", nextDay);

        assertThat(spans.getFinishedSpanItems()).isEmpty();
        assertThat(sent.headers()).extracting(header -> header.key()).containsExactly("buurtpuls-oldest-mutation");
    }

    @Test
    void whereNobodyCollectsTracesTheyGoThrough() {
        Cause sent = NoTracing.TRACING.sent(Cause.mutation(PUBLISHED, traced("01")), "count", "GM0917", NOW);

        assertThat(parentIn(sent.headers())).isEqualTo("00-" + TRACE + "-" + CALL + "-01");
    }

    @Test
    void mutationsTogetherAreAsOldAsTheOldestAndInTheTraceOfTheFirstThatIsKeptWithItsOwnTime() {
        Cause untraced = Cause.mutation(PUBLISHED + 5, new RecordHeaders());
        Cause unkept = Cause.mutation(PUBLISHED + 6, traced("00"));
        Cause traced = Cause.mutation(PUBLISHED + 7, traced("01"));

        Cause together =
                Cause.NONE.and(untraced).and(unkept).and(traced).and(Cause.mutation(PUBLISHED, new RecordHeaders()));

        assertThat(together.published()).isEqualTo(PUBLISHED);
        assertThat(together.trace()).isEqualTo(traced.trace());
        assertThat(together.trace().since()).isEqualTo(PUBLISHED + 7);
        assertThat(Cause.NONE.headers()).isEmpty();
        assertThat(untraced.headers()).extracting(header -> header.key()).containsExactly("buurtpuls-oldest-mutation");
    }

    private static Headers traced(String flags) {
        String parent = "00-" + TRACE + "-" + CALL + "-" + flags;
        return new RecordHeaders().add("traceparent", parent.getBytes(StandardCharsets.US_ASCII));
    }

    private static String parentIn(Headers headers) {
        return new String(headers.lastHeader("traceparent").value(), StandardCharsets.US_ASCII);
    }
}
