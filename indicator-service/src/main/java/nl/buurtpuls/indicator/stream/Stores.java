package nl.buurtpuls.indicator.stream;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.indicator.engine.Keys;
import nl.buurtpuls.indicator.engine.Table;
import nl.buurtpuls.indicator.engine.Tables;
import nl.buurtpuls.indicator.ledger.Balance;
import nl.buurtpuls.indicator.ledger.Cell;
import nl.buurtpuls.indicator.window.MunicipalitySums;
import org.apache.kafka.common.config.TopicConfig;
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
    private static final String CELLS = "cells";
    private static final String PLANES = "planes";
    private static final String REGISTERS = "registers";

    private final KeyValueStore<Bytes, byte[]> cells;
    private final KeyValueStore<Bytes, byte[]> registers;
    private final Tables tables;

    Stores(ProcessorContext<?, ?> context) {
        this.cells = context.getStateStore(CELLS);
        this.registers = context.getStateStore(REGISTERS);
        this.tables = new Tables(
                table(context.getStateStore(EVENTS)),
                table(context.getStateStore(DOSSIERS)),
                table(context.getStateStore(HOUSEHOLDS)),
                table(cells),
                table(context.getStateStore(PLANES)));
    }

    /**
     * All stores, each with a compacted changelog. The cells of stocks and flows are written again and again, so a
     * cache in front of them merges the writes of one commit; the others gain nothing by one.
     */
    static List<StoreBuilder<KeyValueStore<Bytes, byte[]>>> builders() {
        return List.of(
                builder(EVENTS),
                builder(DOSSIERS),
                builder(HOUSEHOLDS),
                builder(CELLS).withCachingEnabled(),
                builder(PLANES),
                builder(REGISTERS));
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
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

    /** Gives every cell of every municipality in this task. */
    void eachCell(BiConsumer<String, StoredCell> reader) {
        try (KeyValueIterator<Bytes, byte[]> all = cells.all()) {
            while (all.hasNext()) {
                var entry = all.next();
                Cell cell = Keys.cell(entry.key.get());
                if (cell != null) {
                    reader.accept(
                            Keys.municipalityOf(entry.key.get()), new StoredCell(cell, Balance.decode(entry.value)));
                }
            }
        }
    }

    /** A cell with what it holds. */
    record StoredCell(Cell cell, Balance balance) {}

    /** The cells of a municipality, for sums that turn to another day. */
    MunicipalitySums.Cells cellsOf(String municipality) {
        return (after, to, reader) -> {
            if (after >= to) {
                return;
            }
            Bytes first = Bytes.wrap(Keys.firstCell(municipality, after + 1));
            Bytes last = Bytes.wrap(Keys.firstCell(municipality, to + 1));
            try (KeyValueIterator<Bytes, byte[]> range = cells.range(first, last)) {
                while (range.hasNext()) {
                    var entry = range.next();
                    Cell cell = Keys.cell(entry.key.get());
                    if (cell != null && cell.day() <= to) {
                        reader.read(cell, Balance.decode(entry.value).value());
                    }
                }
            }
        };
    }

    /** The first day on which the municipality has a resident. */
    Optional<Integer> firstDayWithResident(String municipality) {
        Bytes first = Bytes.wrap(Keys.firstCell(municipality, Integer.MIN_VALUE));
        try (KeyValueIterator<Bytes, byte[]> range = cells.range(first, null)) {
            while (range.hasNext()) {
                var entry = range.next();
                byte[] key = entry.key.get();
                if (!Keys.municipalityOf(key).equals(municipality)) {
                    return Optional.empty();
                }
                Cell cell = Keys.cell(key);
                if (cell != null
                        && Balance.decode(entry.value).value() != 0
                        && cell.measure() == Measure.POPULATION
                        && cell.area().equals(municipality)) {
                    return Optional.of(cell.day());
                }
            }
        }
        return Optional.empty();
    }

    private static Bytes key(String text) {
        return Bytes.wrap(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
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
