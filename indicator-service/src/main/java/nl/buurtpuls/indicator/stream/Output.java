package nl.buurtpuls.indicator.stream;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.contract.topic.DeadLetterHeaders;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.indicator.ledger.PageKey;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** What a task sends out: cells of the ledger, and snapshots that are news. */
final class Output {

    private final ProcessorContext<String, byte[]> context;
    private final Snapshots snapshots;
    private final EngineMetrics metrics;
    private final Clock clock;

    /** Fingerprint of each area's figures as they last went out. */
    private final Map<String, Long> sent = new HashMap<>();

    private boolean used;

    Output(ProcessorContext<String, byte[]> context, Snapshots snapshots, EngineMetrics metrics, Clock clock) {
        this.context = context;
        this.snapshots = snapshots;
        this.metrics = metrics;
        this.clock = clock;
    }

    void cell(PageKey page, Series series, long value, long timestamp) {
        LocalDate day = LocalDate.ofEpochDay(page.day());
        cell(new LedgerKey(page.area(), series.measure(), series.dimension(), day), value, timestamp);
    }

    void cell(LedgerKey key, long value, long timestamp) {
        byte[] text = Long.toString(value).getBytes(StandardCharsets.US_ASCII);
        forward(new Record<>(key.text(), text, timestamp), Topic.LEDGER);
        metrics.posted();
    }

    /** Sends an area's snapshot if its figures differ from those that last went out. */
    void snapshot(String area, Figures figures, @Nullable LocalDate dataFrom, Cause cause, long timestamp) {
        LocalDate date = figures.date();
        Map<String, Point> points = snapshots.points(area, figures);
        Long print = Snapshots.fingerprint(date, dataFrom, points);
        if (!print.equals(sent.put(area, print))) {
            byte[] value = snapshots.write(area, date, clock.instant(), dataFrom, points);
            forward(new Record<>(area, value, timestamp, cause.headers()), Topic.SNAPSHOTS);
        }
    }

    /** Passes something on to an area above the municipality. */
    void above(String area, byte[] message, Cause cause, long timestamp) {
        forward(new Record<>(area, message, timestamp, cause.headers()), Topic.MUNICIPAL_FIGURES);
    }

    void forward(Record<String, byte[]> record, Topic topic) {
        context.forward(record, topic.topicName());
        used = true;
    }

    /** Puts aside a record that cannot be read, with the reason and where it stood. */
    void bury(Record<String, byte[]> record, RuntimeException reason) {
        RecordMetadata read = context.recordMetadata().orElseThrow();
        List<Header> headers = DeadLetterHeaders.of(
                record.headers(), read.topic(), read.partition(), read.offset(), String.valueOf(reason.getMessage()));
        forward(record.withHeaders(new RecordHeaders(headers)), Topic.DEAD_LETTERS);
        metrics.buried();
    }

    /** Has what went out since the last call committed, so that it can be read at once. */
    void commit() {
        if (used) {
            context.commit();
            used = false;
        }
    }
}
