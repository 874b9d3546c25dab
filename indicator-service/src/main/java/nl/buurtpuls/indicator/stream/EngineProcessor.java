package nl.buurtpuls.indicator.stream;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.indicator.engine.Changes;
import nl.buurtpuls.indicator.engine.Engine;
import nl.buurtpuls.indicator.ledger.OpenCell;
import nl.buurtpuls.indicator.ledger.Page;
import nl.buurtpuls.indicator.ledger.PageKey;
import nl.buurtpuls.indicator.timeline.Finding;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;

/**
 * Runs the engine on one partition: mutations in; changed cells, changed snapshots, findings and dead letters out.
 *
 * <p>Changed cells and snapshots go out some times a second, the last state of each, and are committed at once; cells of
 * an open dimension go out with the event. What waits to go out is remembered in memory alone, for it follows from the
 * stores: a page is stored with what was told of it, and after a restart every snapshot goes out once more.
 */
final class EngineProcessor implements Processor<String, byte[], String, byte[]> {

    /** Publication (epoch milliseconds) of the oldest mutation that a snapshot includes and the one before did not. */
    static final String OLDEST_MUTATION = "buurtpuls-oldest-mutation";

    static final String REASON = "buurtpuls-reason";

    private static final Logger LOG = Logger.getLogger(EngineProcessor.class);

    /** Snapshots may take one part in so many of the time; less while there is much to process. */
    private static final int SNAPSHOT_SHARE = 4;

    private static final int SNAPSHOT_SHARE_WHEN_BUSY = 20;
    /** But never are they longer apart: figures are to be current within a second. */
    private static final long LONGEST_REST_MILLIS = 500;

    private final AreaTable areas;
    private final Snapshots snapshots;
    private final Findings findings;
    private final EngineMetrics metrics;
    private final Clock clock;
    private final Duration snapshotsEvery;

    private final Map<String, MunicipalityState> municipalities = new TreeMap<>();
    private final Pace pace = new Pace();
    private ProcessorContext<String, byte[]> context;
    private Stores stores;
    private Engine engine;
    private long nextSnapshots;

    EngineProcessor(
            AreaTable areas,
            Snapshots snapshots,
            Findings findings,
            EngineMetrics metrics,
            Clock clock,
            Duration snapshotsEvery) {
        this.areas = areas;
        this.snapshots = snapshots;
        this.findings = findings;
        this.metrics = metrics;
        this.clock = clock;
        this.snapshotsEvery = snapshotsEvery;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        this.stores = new Stores(context);
        this.engine = new Engine(areas, stores.tables());
        stores.eachPage((municipality, key, page) -> {
            state(municipality).post(key, page);
            engine.resume(municipality, key, page);
        });
        context.schedule(snapshotsEvery, PunctuationType.WALL_CLOCK_TIME, this::punctuate);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        long start = System.nanoTime();
        try {
            apply(record.key(), read(record), record.timestamp());
        } catch (KafkaException e) {
            // The store or the broker has failed, not the event.
            throw e;
        } catch (IllegalArgumentException e) {
            bury(record, e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "the engine fails on offset %d", offset());
            bury(record, e);
        }
        pace.worked(System.nanoTime() - start);
    }

    private long offset() {
        return context.recordMetadata().map(RecordMetadata::offset).orElse(-1L);
    }

    private void apply(String municipality, Event event, long timestamp) {
        MunicipalityState state = state(municipality);
        if (municipality.equals(event.data().municipality()) && !state.hasRegister()) {
            stores.noteRegister(municipality);
            state.noteRegister();
        }
        state.mutated(timestamp);
        engine.apply(municipality, event, new Changes() {
            @Override
            public void page(PageKey key, Page more) {
                state.post(key, more);
            }

            @Override
            public void openCell(OpenCell cell, long value, long n) {
                LocalDate day = LocalDate.ofEpochDay(cell.day());
                send(new LedgerKey(cell.area(), cell.measure(), cell.dimension(), day), value, timestamp);
            }

            @Override
            public void finding(Finding finding) {
                report(municipality, finding, timestamp);
            }
        });
        metrics.applied(event.data().type());
    }

    private static Event read(Record<String, byte[]> record) {
        if (record.key() == null || !AreaTable.isMunicipalityCode(record.key())) {
            throw new IllegalArgumentException("key is no municipality code: " + record.key());
        }
        if (record.value() == null) {
            throw new IllegalArgumentException("record has no value");
        }
        Event event = EventHeaders.read(record.headers(), record.value());
        if (!event.data().concerns(record.key())) {
            throw new IllegalArgumentException(
                    "an event of " + event.data().municipality() + " under the key of " + record.key());
        }
        return event;
    }

    private void bury(Record<String, byte[]> record, RuntimeException reason) {
        Headers headers = new RecordHeaders(record.headers())
                .add(REASON, String.valueOf(reason.getMessage()).getBytes(StandardCharsets.UTF_8));
        context.forward(record.withHeaders(headers), Topic.DEAD_LETTERS.topicName());
        metrics.buried();
    }

    private void send(LedgerKey key, long value, long timestamp) {
        byte[] text = Long.toString(value).getBytes(StandardCharsets.US_ASCII);
        context.forward(new Record<>(key.text(), text, timestamp), Topic.LEDGER.topicName());
        metrics.posted();
    }

    /** Who has not begun to send is not told that what others say of its people does not add up. */
    private void report(String municipality, Finding finding, long timestamp) {
        if (state(municipality).hasRegister()) {
            byte[] value = findings.write(municipality, finding, clock.instant());
            context.forward(new Record<>(municipality, value, timestamp), Topic.FINDINGS.topicName());
            metrics.found(finding.rule());
        }
    }

    private void punctuate(long now) {
        LocalDate today = LocalDate.now(clock);
        municipalities.forEach((municipality, state) -> state.turnTo(today, stores.pagesOf(municipality)));
        if (!pace.isDue(now)) {
            return;
        }
        municipalities.keySet().forEach(municipality -> tell(municipality, now));
        if (now >= nextSnapshots) {
            long start = System.nanoTime();
            municipalities.values().forEach(state -> {
                if (state.isChanged()) {
                    sendSnapshots(state, now);
                }
            });
            long took = (System.nanoTime() - start) / 1_000_000;
            long rest = took * ((pace.isBusy() ? SNAPSHOT_SHARE_WHEN_BUSY : SNAPSHOT_SHARE) - 1);
            nextSnapshots = now + Math.min(rest, LONGEST_REST_MILLIS);
        }
        context.commit();
    }

    private void tell(String municipality, long now) {
        engine.tell(municipality, (page, series, value) -> {
            LocalDate day = LocalDate.ofEpochDay(page.day());
            send(new LedgerKey(page.area(), series.measure(), series.dimension(), day), value, now);
        });
    }

    private void sendSnapshots(MunicipalityState state, long now) {
        LocalDate dataFrom = state.dataFrom();
        long oldest = state.takeOldestMutation();
        Instant updatedAt = clock.instant();
        for (Map.Entry<String, Figures> area : state.sums().areas().entrySet()) {
            Map<String, Point> points = snapshots.points(area.getKey(), area.getValue());
            LocalDate date = state.sums().date();
            if (state.isNews(area.getKey(), Snapshots.fingerprint(date, dataFrom, points))) {
                byte[] value = snapshots.write(area.getKey(), date, updatedAt, dataFrom, points);
                Headers headers = new RecordHeaders();
                if (oldest != Long.MAX_VALUE) {
                    headers.add(OLDEST_MUTATION, Long.toString(oldest).getBytes(StandardCharsets.US_ASCII));
                }
                context.forward(new Record<>(area.getKey(), value, now, headers), Topic.SNAPSHOTS.topicName());
            }
        }
    }

    private MunicipalityState state(String municipality) {
        return municipalities.computeIfAbsent(
                municipality,
                any -> new MunicipalityState(
                        areas, municipality, LocalDate.now(clock), stores.hasRegister(municipality)));
    }
}
