package nl.buurtpuls.benchmark.door;

import java.io.InputStream;
import java.util.Objects;

/** So many events, one a line, each made when it is read. */
final class Lines extends InputStream {

    private static final byte[] NONE = {};
    private static final int PARTS = 10;

    private final Batches source;
    private final long events;

    private volatile long made;
    private volatile long sent;
    private byte[] line = NONE;
    private int next;

    Lines(Batches source, long events) {
        this.source = source;
        this.events = events;
    }

    /** Bytes that were read of it. */
    long sent() {
        return sent;
    }

    boolean isInFirstTenth() {
        return made <= events / PARTS;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int filled = 0;
        while (filled < length && hasMore()) {
            int part = Math.min(length - filled, line.length - next);
            System.arraycopy(line, next, bytes, offset + filled, part);
            next += part;
            filled += part;
        }
        sent += filled;
        return filled == 0 && length > 0 ? -1 : filled;
    }

    private boolean hasMore() {
        if (next < line.length) {
            return true;
        }
        if (made == events) {
            return false;
        }
        byte[] event = source.event();
        line = new byte[event.length + 1];
        System.arraycopy(event, 0, line, 0, event.length);
        line[event.length] = '\n';
        next = 0;
        made++;
        return true;
    }
}
