package nl.buurtpuls.indicator.engine;

import org.jspecify.annotations.Nullable;

/** A byte map that state is kept in. */
public interface Table {

    byte @Nullable [] get(byte[] key);

    /** Puts a value, or takes the key out if it is {@code null}. */
    void put(byte[] key, byte @Nullable [] value);
}
