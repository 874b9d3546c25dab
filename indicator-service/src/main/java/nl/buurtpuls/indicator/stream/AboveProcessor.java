package nl.buurtpuls.indicator.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.buurtpuls.indicator.above.CellChanges;
import nl.buurtpuls.indicator.above.Message;
import nl.buurtpuls.indicator.above.Municipalities;
import nl.buurtpuls.indicator.above.MunicipalityTotals;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import nl.buurtpuls.indicator.ledger.Ledger;
import nl.buurtpuls.indicator.ledger.Page;
import nl.buurtpuls.indicator.ledger.PageKey;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The second stage: adds up what municipalities pass on, to the ledgers and snapshots of regions, provinces and the
 * country. Changes of cells are added in the transaction that takes them from the topic, so each counts once; of how a
 * municipality stands the last holds.
 *
 * <p>That a group reads on where it was is not enough: positions of a group that was away for long are forgotten, and an
 * operator may set them back to have the mutations read once more, which does the first stage no harm. So it is kept with
 * what was added up to where the topic was read.
 */
final class AboveProcessor implements Processor<String, byte[], String, byte[]> {

    static final String PAGES = "pages-above";
    static final String JOURNAL = "journal-above";
    static final String STANDINGS = "standings";
    static final String POSITION = "position-above";

    private static final Logger LOG = Logger.getLogger(AboveProcessor.class);
    /** Of the one partition that a task reads. */
    private static final String ONLY = "-";

    /** Of the time, snapshots may take one part in so many, and cells likewise: each is one for many changes. */
    private static final int SHARE = 10;

    /** But never are they longer apart, whatever part that makes. */
    private static final long LONGEST_REST_OF_SNAPSHOTS = 500;
    /** The past of a whole province changes on many days while a municipality is loaded. */
    private static final long LONGEST_REST_OF_CELLS = 2000;

    /** One area above municipalities. */
    private static final class Area {
        private final Municipalities municipalities = new Municipalities();
        private final Ledger ledger;
        private final PendingChange pending = new PendingChange();

        Area(Ledger ledger) {
            this.ledger = ledger;
        }
    }

    private final Function<ProcessorContext<String, byte[]>, Output> outputs;
    private final Tracing tracing;
    private final Duration every;

    private final Map<String, Area> areas = new TreeMap<>();
    private final DutyCycle snapshotsDuty = new DutyCycle();
    private final DutyCycle cellsDuty = new DutyCycle();
    private Output output;
    private KeyValueStore<Bytes, byte[]> pages;
    private KeyValueStore<Bytes, byte[]> journal;
    private KeyValueStore<String, byte[]> standings;
    private KeyValueStore<String, byte[]> position;
    private ProcessorContext<String, byte[]> context;
    /** Offset of the last record that was added. */
    private long added;

    private boolean skipping;

    AboveProcessor(Function<ProcessorContext<String, byte[]>, Output> outputs, Tracing tracing, Duration every) {
        this.tracing = tracing;
        this.outputs = outputs;
        this.every = every;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        // A task whose transaction failed begins again with the same processor.
        areas.clear();
        skipping = false;
        this.context = context;
        output = outputs.apply(context);
        position = context.getStateStore(POSITION);
        byte[] stored = position.get(ONLY);
        added = stored == null ? -1 : new Decoder(stored).number();
        pages = context.getStateStore(PAGES);
        journal = context.getStateStore(JOURNAL);
        standings = context.getStateStore(STANDINGS);
        try (var all = standings.all()) {
            all.forEachRemaining(totals -> {
                String area = totals.key.substring(0, totals.key.indexOf('|'));
                area(area).municipalities.put((MunicipalityTotals) Message.decode(totals.value));
            });
        }
        requireFormOfPages();
        try (var all = journal.all()) {
            all.forEachRemaining(row -> {
                Ledger ledger = area(areaOf(row.key)).ledger;
                ledger.resume(numberOf(row.key), row.value, (page, change) -> {});
            });
        }
        context.schedule(every, PunctuationType.WALL_CLOCK_TIME, this::punctuate);
    }

    /** Pages are read when they change: those of another form are refused now, and not amid a load. */
    private void requireFormOfPages() {
        try (var all = pages.all()) {
            if (all.hasNext()) {
                Page.decode(all.next().value);
            }
        }
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (isNew()) {
            take(record);
        }
    }

    /** Whether the record that is read now was not added before; it is taken to be added then. */
    private boolean isNew() {
        RecordMetadata read = context.recordMetadata().orElseThrow();
        boolean isNew = read.offset() > added;
        if (isNew) {
            added = read.offset();
            position.put(ONLY, new Encoder(10).number(added).toBytes());
        } else if (!skipping) {
            LOG.warnf("%s is read again from offset %d: left out up to %d", read.topic(), read.offset(), added);
        }
        skipping = !isNew;
        return isNew;
    }

    private void take(Record<String, byte[]> record) {
        Area area = area(record.key());
        Message message = Message.decode(record.value());
        if (message instanceof CellChanges changes) {
            area.ledger.add(changes.pagesOf(record.key()));
        } else if (message instanceof MunicipalityTotals totals) {
            standings.put(record.key() + "|" + totals.municipality(), record.value());
            area.municipalities.put(totals);
            area.pending.changeBy(Cause.passedOn(record.headers(), record.timestamp()));
        }
    }

    private void punctuate(long now) {
        if (cellsDuty.isOver(now, LONGEST_REST_OF_CELLS)) {
            long start = System.nanoTime();
            areas.values()
                    .forEach(area ->
                            area.ledger.tell((page, series, value, change) -> output.cell(page, series, value, now)));
            cellsDuty.after(System.nanoTime() - start, SHARE, now);
        }
        if (snapshotsDuty.isOver(now, LONGEST_REST_OF_SNAPSHOTS)) {
            long start = System.nanoTime();
            areas.forEach((code, area) -> sendSnapshot(code, area, now));
            snapshotsDuty.after(System.nanoTime() - start, SHARE, now);
        }
        output.commit();
    }

    private void sendSnapshot(String code, Area area, long now) {
        if (area.pending.isChanged()) {
            area.municipalities.figures().ifPresent(figures -> {
                Cause cause = tracing.sent(area.pending.take(), "add up", code, now);
                output.snapshot(code, figures, area.municipalities.dataFrom(), cause, now);
            });
        }
    }

    private Area area(String code) {
        return areas.computeIfAbsent(
                code,
                any -> new Area(new Ledger(
                        new Ledger.Rows() {
                            @Override
                            public byte @Nullable [] get(PageKey key) {
                                return pages.get(key(key.day(), key.area()));
                            }

                            @Override
                            public void put(PageKey key, byte @Nullable [] page) {
                                pages.put(key(key.day(), key.area()), page);
                            }
                        },
                        (number, row) -> journal.put(key(number, code), row))));
    }

    private static Bytes key(int number, String area) {
        byte[] code = area.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + code.length)
                .putInt(number)
                .put(code)
                .array());
    }

    private static int numberOf(Bytes key) {
        return ByteBuffer.wrap(key.get()).getInt();
    }

    private static String areaOf(Bytes key) {
        byte[] bytes = key.get();
        return new String(bytes, Integer.BYTES, bytes.length - Integer.BYTES, StandardCharsets.UTF_8);
    }
}
