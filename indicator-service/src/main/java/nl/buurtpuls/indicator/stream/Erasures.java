package nl.buurtpuls.indicator.stream;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import nl.buurtpuls.contract.event.ErasureRequest;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.contract.topic.Republished;
import nl.buurtpuls.contract.topic.ResidueKey;
import nl.buurtpuls.contract.topic.Topic;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Requests for erasure in one partition, and what stays of erased persons: counts of the past, in a store and a topic.
 * The topic is read once, before the first mutation, by a task whose store is new; from then on the store is ahead of it.
 * So whether state is kept or built anew, each request adds its residue once.
 */
final class Erasures {

    /** Takes the person of a request out of a municipality. */
    interface Eraser {
        void erase(String municipality, ErasureRequest request, boolean takenOver);
    }

    private static final String BEGAN = "began";
    private static final String TAKEN_OVER = "taken-over";

    private final Stores stores;
    private final ResidueReader topic;
    private final Output output;
    private final EngineMetrics metrics;
    private final int partition;
    /** Offset of the first record that this state has seen; above all offsets until there is one. */
    private long began;

    private boolean takenOver;

    Erasures(
            Stores stores,
            ResidueReader topic,
            ProcessorContext<String, byte[]> context,
            Output output,
            EngineMetrics metrics) {
        this.stores = stores;
        this.topic = topic;
        this.output = output;
        this.metrics = metrics;
        this.partition = context.taskId().partition();
        this.takenOver = stores.noted(TAKEN_OVER) != null;
        Long noted = stores.noted(BEGAN);
        this.began = noted == null ? Long.MAX_VALUE : noted;
    }

    /** Notes that a record is read, if it is the first of all. */
    void beginAt(long offset) {
        if (began == Long.MAX_VALUE) {
            began = offset;
            stores.note(BEGAN, offset);
        }
    }

    /** Whether the record was published again, and this state has seen the original. */
    boolean isCopy(Record<String, byte[]> record) {
        return Republished.isCopy(record.headers(), began);
    }

    /** Gives the residues of each municipality that the topic holds, once in the life of the store. */
    void takeOver(BiConsumer<String, Map<LedgerKey, Long>> reader) {
        if (takenOver) {
            return;
        }
        Map<String, Map<LedgerKey, Long>> residues = new TreeMap<>();
        topic.read(partition).forEach((key, value) -> {
            ResidueKey parsed = ResidueKey.parse(key);
            if (parsed instanceof ResidueKey.MetRequest) {
                stores.note(key, Long.parseLong(value));
            } else if (parsed instanceof ResidueKey.OfCell of) {
                LedgerKey cell = LedgerKey.parse(of.cell());
                if (cell != null) {
                    residues.computeIfAbsent(of.municipality(), any -> new HashMap<>())
                            .put(cell, Long.parseLong(value));
                }
            }
        });
        residues.forEach(reader);
        stores.note(TAKEN_OVER, 1);
        takenOver = true;
    }

    /** Takes the person of a request out of all municipalities of the partition, and notes that the request is met. */
    void meet(ErasureRequest request, long offset, Eraser eraser) {
        String name = new ResidueKey.MetRequest(partition, request.id()).text();
        Long metAt = stores.noted(name);
        boolean again = metAt != null;
        stores.municipalities().forEach(municipality -> eraser.erase(municipality, request, again));
        if (!again) {
            metrics.erased();
        }
        if (metAt == null || metAt < offset) {
            stores.note(name, offset);
            send(name, offset, request.time().toEpochMilli());
        }
    }

    /** Sends what erased persons have left in a cell. */
    void send(String municipality, LedgerKey cell, long value, long timestamp) {
        send(new ResidueKey.OfCell(municipality, cell.text()).text(), value, timestamp);
    }

    private void send(String key, long number, long timestamp) {
        byte[] value = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
        output.forward(new Record<>(key, value, timestamp), Topic.RESIDUES);
    }
}
