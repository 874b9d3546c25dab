package nl.buurtpuls.indicator.engine;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table with writes that have not been made yet: all of an event's are made together once it is known what they are.
 * So an event at which the engine fails leaves nothing behind.
 */
final class Draft implements Table {

    private final Table table;
    private final Map<ByteBuffer, byte @Nullable []> writes = new HashMap<>();

    Draft(Table table) {
        this.table = table;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        if (!writes.isEmpty()) {
            ByteBuffer wrapped = ByteBuffer.wrap(key);
            if (writes.containsKey(wrapped)) {
                return writes.get(wrapped);
            }
        }
        return table.get(key);
    }

    @Override
    public void put(byte[] key, byte @Nullable [] value) {
        writes.put(ByteBuffer.wrap(key), value);
    }

    /** Makes the writes. */
    void write() {
        writes.forEach((key, value) -> table.put(key.array(), value));
    }
}
