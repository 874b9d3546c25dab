package nl.buurtpuls.benchmark.engine;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.indicator.engine.Table;
import org.jspecify.annotations.Nullable;

/** State in memory: what is left is the engine's own work. */
final class ByteTable implements Table {

    private final Map<ByteBuffer, byte[]> rows = new HashMap<>();

    @Override
    public byte @Nullable [] get(byte[] key) {
        return rows.get(ByteBuffer.wrap(key));
    }

    @Override
    public void put(byte[] key, byte @Nullable [] value) {
        if (value == null) {
            rows.remove(ByteBuffer.wrap(key));
        } else {
            rows.put(ByteBuffer.wrap(key), value);
        }
    }
}
