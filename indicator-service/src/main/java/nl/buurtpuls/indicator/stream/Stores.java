package nl.buurtpuls.indicator.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import nl.buurtpuls.indicator.engine.Keys;
import nl.buurtpuls.indicator.engine.Table;
import nl.buurtpuls.indicator.engine.Tables;
import nl.buurtpuls.indicator.ledger.Page;
import nl.buurtpuls.indicator.ledger.PageKey;
import nl.buurtpuls.indicator.window.MunicipalitySums;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** The state stores of a task, as the engine's tables. */
final class Stores {

    private static final String EVENTS = "events";
    private static final String DOSSIERS = "dossiers";
    private static final String HOUSEHOLDS = "households";
    private static final String DWELLINGS = "dwellings";
    private static final String PAGES = "pages";
    private static final String JOURNAL = "journal";
    private static final String OPEN_CELLS = "open-cells";
    private static final String REGISTERS = "registers";
    private static final String RESIDUES = "residues";
    /** Sorts after all codes of municipalities, and after all keys of one if it stands behind its code. */
    private static final String AFTER_ALL = "~";

    private final KeyValueStore<Bytes, byte[]> pages;
    private final KeyValueStore<Bytes, byte[]> journal;
    private final KeyValueStore<Bytes, byte[]> registers;
    private final KeyValueStore<Bytes, byte[]> dossiers;
    private final KeyValueStore<Bytes, byte[]> residues;
    private final List<KeyValueStore<Bytes, byte[]>> namingPersons;
    private final Tables tables;

    Stores(ProcessorContext<?, ?> context) {
        this.pages = context.getStateStore(PAGES);
        this.journal = context.getStateStore(JOURNAL);
        this.registers = context.getStateStore(REGISTERS);
        this.dossiers = context.getStateStore(DOSSIERS);
        this.residues = context.getStateStore(RESIDUES);
        KeyValueStore<Bytes, byte[]> events = context.getStateStore(EVENTS);
        KeyValueStore<Bytes, byte[]> households = context.getStateStore(HOUSEHOLDS);
        KeyValueStore<Bytes, byte[]> dwellings = context.getStateStore(DWELLINGS);
        this.namingPersons = List.of(events, dossiers, households, dwellings);
        this.tables = new Tables(
                table(events),
                table(dossiers),
                table(households),
                table(dwellings),
                table(pages),
                table(journal),
                table(context.getStateStore(OPEN_CELLS)),
                table(residues));
    }

    /**
     * The stores of the engine, each with a compacted changelog. Pages of the ledger are read again soon after they were written, so there is a
     * cache in front of them; the others gain nothing by one.
     */
    static List<StoreBuilder<KeyValueStore<Bytes, byte[]>>> builders() {
        return List.of(
                builder(EVENTS),
                builder(DOSSIERS),
                builder(HOUSEHOLDS),
                builder(DWELLINGS),
                builder(PAGES).withCachingEnabled(),
                builder(JOURNAL),
                builder(OPEN_CELLS),
                builder(REGISTERS),
                builder(RESIDUES));
    }

    /** The stores of the second stage. */
    static List<StoreBuilder<?>> buildersAbove() {
        return List.of(
                builder(AboveProcessor.PAGES).withCachingEnabled(),
                builder(AboveProcessor.JOURNAL),
                builder(AboveProcessor.STANDINGS, Serdes.String()).withCachingEnabled(),
                builder(AboveProcessor.POSITION, Serdes.String()).withCachingEnabled());
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
        return builder(name, Serdes.Bytes());
    }

    private static <K> StoreBuilder<KeyValueStore<K, byte[]>> builder(String name, Serde<K> keys) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), keys, Serdes.ByteArray())
                .withLoggingEnabled(Map.of(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(64 * 1024 * 1024)));
    }

    Tables tables() {
        return tables;
    }

    /** Whether the municipality's own register has sent anything. */
    boolean hasRegister(String municipality) {
        return registers.get(key(municipality)) != null;
    }

    void noteRegister(String municipality) {
        registers.put(key(municipality), new byte[] {1});
    }

    /** Gives every municipality in this task whose own register has sent anything. */
    void eachRegister(Consumer<String> reader) {
        try (KeyValueIterator<Bytes, byte[]> all = registers.all()) {
            all.forEachRemaining(register -> reader.accept(new String(register.key.get(), StandardCharsets.UTF_8)));
        }
    }

    /** The municipalities of which anything is stored of persons or dwellings: a step for each, however many those are. */
    List<String> municipalities() {
        List<String> municipalities = new ArrayList<>();
        String from = "0";
        while (true) {
            try (KeyValueIterator<Bytes, byte[]> rest = dossiers.range(key(from), key(AFTER_ALL))) {
                if (!rest.hasNext()) {
                    return municipalities;
                }
                String municipality = Keys.municipalityOf(rest.peekNextKey().get());
                municipalities.add(municipality);
                from = municipality + AFTER_ALL;
            }
        }
    }

    /**
     * Writes to each store that names persons. A broker cleans no part of a changelog that is still being written, so
     * without it what is taken out of a store at rest would be readable for ever.
     */
    void touch(long day) {
        byte[] value = new Encoder(10).number(day).toBytes();
        namingPersons.forEach(store -> store.put(key(AFTER_ALL + "touched"), value));
    }

    /** A number that was noted beside the residues, or {@code null}; its name begins as no municipality's code does. */
    @Nullable
    Long noted(String name) {
        byte[] noted = residues.get(key(name));
        return noted == null ? null : new Decoder(noted).number();
    }

    void note(String name, long number) {
        residues.put(key(name), new Encoder(10).number(number).toBytes());
    }

    /** Takes a page of a municipality. */
    interface PageReader {
        void read(String municipality, PageKey key, Page page);
    }

    /** Gives every page of every municipality in this task. */
    void eachPage(PageReader reader) {
        try (KeyValueIterator<Bytes, byte[]> all = pages.all()) {
            while (all.hasNext()) {
                var entry = all.next();
                byte[] key = entry.key.get();
                reader.read(Keys.municipalityOf(key), Keys.page(key), Page.decode(entry.value));
            }
        }
    }

    /** Takes a row of a municipality's journal. */
    interface JournalReader {
        void read(String municipality, int number, byte[] row);
    }

    /** Gives every row of the journal of every municipality in this task, of each in order of number. */
    void eachNote(JournalReader reader) {
        try (KeyValueIterator<Bytes, byte[]> all = journal.all()) {
            while (all.hasNext()) {
                var entry = all.next();
                byte[] key = entry.key.get();
                reader.read(Keys.municipalityOf(key), Keys.numberOf(key), entry.value);
            }
        }
    }

    /** The pages of a municipality, for sums that turn to another day. */
    MunicipalitySums.Pages pagesOf(String municipality) {
        return (after, to, reader) -> {
            if (after >= to) {
                return;
            }
            Bytes first = Bytes.wrap(Keys.firstPage(municipality, after + 1));
            Bytes last = Bytes.wrap(Keys.firstPage(municipality, to + 1));
            try (KeyValueIterator<Bytes, byte[]> range = pages.range(first, last)) {
                while (range.hasNext()) {
                    var entry = range.next();
                    reader.accept(Keys.page(entry.key.get()), Page.decode(entry.value));
                }
            }
        };
    }

    private static Bytes key(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Table table(KeyValueStore<Bytes, byte[]> store) {
        return new Table() {
            @Override
            public byte @Nullable [] get(byte[] key) {
                return store.get(Bytes.wrap(key));
            }

            @Override
            public void put(byte[] key, byte @Nullable [] value) {
                store.put(Bytes.wrap(key), value);
            }
        };
    }
}
