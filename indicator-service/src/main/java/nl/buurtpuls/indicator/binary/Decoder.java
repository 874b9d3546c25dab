package nl.buurtpuls.indicator.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Encoder} wrote, in the same order. */
public final class Decoder {

    private final byte[] bytes;
    private int position;

    public Decoder(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean hasMore() {
        return position < bytes.length;
    }

    public int byteValue() {
        return bytes[position++];
    }

    public long number() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[position++];
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return (value >>> 1) ^ -(value & 1);
    }

    public int integer() {
        return Math.toIntExact(number());
    }

    public byte[] bytes() {
        int size = integer();
        byte[] value = Arrays.copyOfRange(bytes, position, position + size);
        position += size;
        return value;
    }

    public String text() {
        String text = optionalText();
        if (text == null) {
            throw new IllegalStateException("expected text at byte " + position + ", found none");
        }
        return text;
    }

    public @Nullable String optionalText() {
        int size = integer();
        if (size < 0) {
            return null;
        }
        String text = new String(bytes, position, size, StandardCharsets.UTF_8);
        position += size;
        return text;
    }
}
