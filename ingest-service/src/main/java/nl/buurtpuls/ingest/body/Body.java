package nl.buurtpuls.ingest.body;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import nl.buurtpuls.ingest.problem.ProblemException;

/**
 * A body in memory, until it is closed. It takes no more than twice what has come of it: naming a length takes nothing.
 */
public final class Body implements AutoCloseable {

    /** Bytes that a body may have. */
    static final int LONGEST = 32 * 1024 * 1024;

    static final int PAGE = 1024;

    /** Once so much has come, the length that the sender named is believed. */
    private static final int BELIEVED = 1024 * 1024;

    private final Semaphore free;
    private final long declared;
    private byte[] bytes = new byte[0];
    private int length;
    private long taken;
    /** Pages that {@code taken} bytes fill. */
    private int held;

    /**
     * @param free pages of memory that all bodies share
     * @param declared the length that the sender named, negative if none
     */
    Body(Semaphore free, long declared) {
        this.free = free;
        this.declared = declared;
    }

    /** Only the first {@link #length} are the body's. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /**
     * Takes in what comes next.
     *
     * @throws ProblemException if the body is to be, or gets, longer than allowed, or there is no memory for it now
     */
    void add(Buffer more) {
        if (declared > LONGEST || more.length() > LONGEST - length) {
            throw tooLarge();
        }
        int longer = length + more.length();
        if (longer > bytes.length) {
            grow(longer);
        }
        more.getBytes(bytes, length);
        length = longer;
    }

    private void grow(int least) {
        int larger = declared >= least && least >= BELIEVED
                ? (int) declared
                : Math.max(least, Math.min(2 * bytes.length, LONGEST));
        int outgrown = held;
        taken = 0;
        held = 0;
        try {
            hold(larger);
            bytes = Arrays.copyOf(bytes, larger);
        } finally {
            free.release(outgrown);
        }
    }

    /**
     * Takes memory for what reading the body gives, until the body is closed.
     *
     * @throws ProblemException if there is none now
     */
    public void hold(int size) {
        int more = (int) ((taken + size + PAGE - 1) / PAGE) - held;
        if (!free.tryAcquire(more)) {
            throw ProblemException.busy();
        }
        taken += size;
        held += more;
    }

    @Override
    public void close() {
        free.release(held);
        held = 0;
    }

    static ProblemException tooLarge() {
        return ProblemException.tooLarge("The body is larger than 32 MiB; send it to /v1/events/bulk.");
    }
}
