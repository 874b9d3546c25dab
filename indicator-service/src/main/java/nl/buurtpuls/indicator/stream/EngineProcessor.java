package nl.buurtpuls.indicator.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.ErasureHeaders;
import nl.buurtpuls.contract.event.ErasureRequest;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventHeaders;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.indicator.above.MunicipalityTotals;
import nl.buurtpuls.indicator.engine.Changes;
import nl.buurtpuls.indicator.engine.Engine;
import nl.buurtpuls.indicator.ledger.OpenCell;
import nl.buurtpuls.indicator.ledger.Page;
import nl.buurtpuls.indicator.ledger.PageKey;
import nl.buurtpuls.indicator.timeline.Finding;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the engine on one partition: mutations in; changed cells, changed snapshots, findings and dead letters out.
 *
 * <p>Changed cells and snapshots go out some times a second, the last state of each, and are committed at once; cells of
 * an open dimension go out with the event. What waits to go out follows from the stores: of cells the journal has it, and
 * after a restart every snapshot goes out once more.
 */
final class EngineProcessor implements Processor<String, byte[], String, byte[]> {

    private static final Logger LOG = Logger.getLogger(EngineProcessor.class);
    /** Name of the note of what the state was made with. */
    private static final String MADE_WITH = "made-with";

    /** Snapshots may take one part in so many of the time; less while there is much to process. */
    private static final int SNAPSHOT_SHARE = 4;

    private static final int SNAPSHOT_SHARE_WHEN_BUSY = 20;
    /** But never are they longer apart: figures are to be current within a second. */
    private static final long LONGEST_REST_MILLIS = 500;
    /** Unless they cannot be. */
    private static final long LONGEST_REST_WHEN_BEHIND_MILLIS = 5_000;

    private final AreaTable areas;
    private final Function<ProcessorContext<String, byte[]>, Output> outputs;
    private final Findings findings;
    private final EngineMetrics metrics;
    private final Tracing tracing;
    private final Clock clock;
    private final Duration snapshotsEvery;
    private final ResidueReader residues;

    private final Map<String, MunicipalityState> municipalities = new TreeMap<>();
    private final Pace pace = new Pace();
    private final DutyCycle snapshotsDuty = new DutyCycle();
    private Output output;
    private ProcessorContext<String, byte[]> context;
    private Stores stores;
    private Engine engine;
    private Erasures erasures;
    private @Nullable LocalDate touched;
    private boolean makingNoted;

    EngineProcessor(
            AreaTable areas,
            Function<ProcessorContext<String, byte[]>, Output> outputs,
            Findings findings,
            EngineMetrics metrics,
            Tracing tracing,
            Clock clock,
            Duration snapshotsEvery,
            ResidueReader residues) {
        this.areas = areas;
        this.outputs = outputs;
        this.findings = findings;
        this.metrics = metrics;
        this.tracing = tracing;
        this.clock = clock;
        this.snapshotsEvery = snapshotsEvery;
        this.residues = residues;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        // A task whose transaction failed begins again with the same processor.
        municipalities.clear();
        touched = null;
        this.context = context;
        this.output = outputs.apply(context);
        this.stores = new Stores(context);
        this.engine = new Engine(areas, stores.tables());
        this.erasures = new Erasures(stores, residues, context, output, metrics);
        this.makingNoted = isNotedMaking();
        // Also of those on which nothing stands any longer: what was passed on of them goes on to be of today.
        stores.eachRegister(this::state);
        stores.eachPage((municipality, key, page) -> state(municipality).post(key, page));
        stores.eachNote(
                (municipality, number, row) -> engine.resume(municipality, number, row, state(municipality)::post));
        context.schedule(snapshotsEvery, PunctuationType.WALL_CLOCK_TIME, this::punctuate);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        long start = System.nanoTime();
        takeOverResidues();
        erasures.beginAt(offset());
        if (erasures.isCopy(record)) {
            return;
        }
        try {
            if (ErasureHeaders.isRequest(record.headers())) {
                erasures.meet(ErasureHeaders.read(record.headers(), record.value()), offset(), this::erase);
            } else {
                apply(record.key(), read(record), Cause.mutation(record.timestamp(), record.headers()));
            }
        } catch (KafkaException e) {
            // The store or the broker has failed, not the event.
            throw e;
        } catch (IllegalArgumentException e) {
            bury(record, e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "the engine fails on offset %d", offset());
            bury(record, e);
        }
        pace.worked(System.nanoTime() - start, record.timestamp());
    }

    private long offset() {
        return context.recordMetadata().map(RecordMetadata::offset).orElse(-1L);
    }

    private void apply(String municipality, Event event, Cause cause) {
        MunicipalityState state = state(municipality);
        if (municipality.equals(event.data().municipality())) {
            noteRegister(municipality, state);
        }
        state.pending().changeBy(cause);
        engine.apply(municipality, event, changes(municipality, state, cause.published()));
        metrics.applied(event.data().type());
    }

    private void erase(String municipality, ErasureRequest request, boolean takenOver) {
        MunicipalityState state = state(municipality);
        long timestamp = request.time().toEpochMilli();
        engine.erase(municipality, request.person(), request.day(), takenOver, changes(municipality, state, timestamp));
    }

    /**
     * Whether the stores know what they were made with: which table of areas, which rules.
     *
     * @throws OtherStateException if it is something else, and anything was made with it
     */
    private boolean isNotedMaking() {
        Long noted = stores.noted(MADE_WITH);
        boolean isThis = noted != null && noted == madeWith();
        if (noted != null && !isThis && !stores.municipalities().isEmpty()) {
            throw new OtherStateException();
        }
        return isThis;
    }

    private long madeWith() {
        return 31 * areas.fingerprint() + Engine.RULES;
    }

    private void noteMaking() {
        if (!makingNoted) {
            stores.note(MADE_WITH, madeWith());
            makingNoted = true;
        }
    }

    /** Before the first mutation: what erased persons have left is not in the mutations. */
    private void takeOverResidues() {
        noteMaking();
        erasures.takeOver((municipality, cells) -> {
            MunicipalityState state = state(municipality);
            noteRegister(municipality, state);
            engine.takeOver(municipality, cells, changes(municipality, state, clock.millis()));
        });
    }

    private void noteRegister(String municipality, MunicipalityState state) {
        if (!state.hasRegister()) {
            stores.noteRegister(municipality);
            state.noteRegister();
        }
    }

    private Changes changes(String municipality, MunicipalityState state, long timestamp) {
        return new Changes() {
            @Override
            public void page(PageKey key, Page more) {
                state.post(key, more);
            }

            @Override
            public void openCell(OpenCell cell, long value, long n) {
                LocalDate day = LocalDate.ofEpochDay(cell.day());
                output.cell(new LedgerKey(cell.area(), cell.measure(), cell.dimension(), day), value, timestamp);
            }

            @Override
            public void finding(Finding finding) {
                report(municipality, finding, timestamp);
            }

            @Override
            public void residue(LedgerKey cell, long value) {
                erasures.send(municipality, cell, value, timestamp);
            }
        };
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
        output.bury(record, reason);
    }

    /** Who has not begun to send is not told that what others say of its people does not add up. */
    private void report(String municipality, Finding finding, long timestamp) {
        if (state(municipality).hasRegister()) {
            byte[] value = findings.write(municipality, finding, clock.instant());
            output.forward(new Record<>(municipality, value, timestamp), Topic.FINDINGS);
            metrics.found(finding.kind());
        }
    }

    private void punctuate(long now) {
        takeOverResidues();
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(touched)) {
            stores.touch(today.toEpochDay());
            touched = today;
        }
        municipalities.forEach((municipality, state) -> turnTo(today, municipality, state, now));
        if (!pace.isDue(now)) {
            return;
        }
        municipalities.forEach((municipality, state) -> tell(municipality, state.above(), now));
        if (snapshotsDuty.isOver(now, pace.isBehind(now) ? LONGEST_REST_WHEN_BEHIND_MILLIS : LONGEST_REST_MILLIS)) {
            long start = System.nanoTime();
            municipalities.forEach((municipality, state) -> {
                if (state.pending().isChanged()) {
                    sendSnapshots(municipality, state, now);
                }
            });
            int share = pace.isBusy() ? SNAPSHOT_SHARE_WHEN_BUSY : SNAPSHOT_SHARE;
            snapshotsDuty.after(System.nanoTime() - start, share, now);
        }
        output.commit();
    }

    /** Goes on to today, if that is later. What comes into effect then is read from the pages, so they are written before. */
    private void turnTo(LocalDate today, String municipality, MunicipalityState state, long now) {
        if (today.isAfter(state.sums().date())) {
            tell(municipality, state.above(), now);
            state.turnTo(today, stores.pagesOf(municipality));
        }
    }

    private void tell(String municipality, Above above, long now) {
        engine.tell(municipality, (page, series, value, change) -> {
            output.cell(page, series, value, now);
            above.changed(page, series, change, now);
        });
        above.flush(now);
    }

    private void sendSnapshots(String municipality, MunicipalityState state, long now) {
        LocalDate dataFrom = state.dataFrom();
        Cause cause = tracing.sent(state.pending().take(), "count", municipality, now);
        Map<String, Figures> areas = state.sums().areas();
        areas.forEach((area, figures) -> output.snapshot(area, figures, dataFrom, cause, now));
        if (state.hasRegister()) {
            MunicipalityTotals totals =
                    MunicipalityTotals.of(municipality, state.sums().date(), dataFrom, areas);
            state.above().send(totals, cause, now);
        }
    }

    private MunicipalityState state(String municipality) {
        return municipalities.computeIfAbsent(
                municipality,
                any -> new MunicipalityState(
                        areas,
                        municipality,
                        LocalDate.now(clock),
                        stores.hasRegister(municipality),
                        new Above(areas, municipality, output)));
    }
}
