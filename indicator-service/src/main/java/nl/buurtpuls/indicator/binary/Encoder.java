package nl.buurtpuls.indicator.binary;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Appends values to a growing byte array; small numbers take one byte. */
public final class Encoder {

    private byte[] bytes;
    private int length;

    public Encoder() {
        this(256);
    }

    /** An encoder of about so many bytes. */
    public Encoder(int size) {
        bytes = new byte[size];
    }

    public Encoder byteValue(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
        return this;
    }

    /** A number of any sign; those near 0 are short. */
    public Encoder number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        ensure(10);
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
        return this;
    }

    public Encoder text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** So many bytes, after their number. */
    public Encoder bytes(byte[] value) {
        number(value.length);
        ensure(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    public Encoder optionalText(@Nullable String value) {
        if (value == null) {
            return number(-1);
        }
        return text(value);
    }

    /** How many bytes it has. */
    public int length() {
        return length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
