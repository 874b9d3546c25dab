package nl.buurtpuls.indicator.ledger;

import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * What a cell holds, and what of it the outside has been told. The two differ for the fraction of a second in which
 * changes gather; since both are stored, what was not told before a crash is found and told after it.
 */
public record Balance(long value, long published) {

    public static final Balance NOTHING = new Balance(0, 0);

    public Balance plus(long n) {
        return new Balance(value + n, published);
    }

    public Balance asPublished() {
        return new Balance(value, value);
    }

    public boolean isPublished() {
        return value == published;
    }

    /** Stored form; {@code null} for nothing. */
    public byte @Nullable [] encode() {
        if (equals(NOTHING)) {
            return null;
        }
        Encoder out = new Encoder(20).number(value);
        return isPublished() ? out.toBytes() : out.number(published).toBytes();
    }

    public static Balance decode(byte @Nullable [] stored) {
        if (stored == null) {
            return NOTHING;
        }
        Decoder in = new Decoder(stored);
        long value = in.number();
        return new Balance(value, in.hasMore() ? in.number() : value);
    }
}
