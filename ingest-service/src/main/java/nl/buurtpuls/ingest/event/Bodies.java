package nl.buurtpuls.ingest.event;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads bodies into memory, and no more of it than there is: many large ones at a time would otherwise take down what
 * others were promised.
 */
@Singleton
final class Bodies {

    /** Bytes that a body may have. */
    static final int LONGEST = 32 * 1024 * 1024;

    private static final long LONGEST_HEARD_OUT = 8L * LONGEST;
    private static final int PAGE = 16 * 1024;
    /** Once so much has come, the length that the sender named is believed: naming it alone takes no memory. */
    private static final int BELIEVED = 1024 * 1024;

    /** Bodies that may be waited for: each holds one of 200 threads, and those whose body is here must find one. */
    static final int MOST_WAITED_FOR = 100;

    private final Duration patience;
    private final Semaphore waiting = new Semaphore(MOST_WAITED_FOR);
    private final int pages;
    private final Semaphore free;

    @Inject
    Bodies(@ConfigProperty(name = "quarkus.http.read-timeout") Duration patience) {
        // A quarter of the heap: events and answers need the rest.
        this(Math.max(2L * LONGEST, Runtime.getRuntime().maxMemory() / 4), patience);
    }

    /**
     * @param budget bytes that all bodies may take together
     * @param patience how long a body may take to come: as long as it comes, a thread waits for it
     */
    Bodies(long budget, Duration patience) {
        this.patience = patience;
        this.pages = (int) Math.min(Integer.MAX_VALUE, budget / PAGE);
        this.free = new Semaphore(pages);
    }

    /** A body in memory, until it is closed. */
    final class Body implements AutoCloseable {
        private byte[] bytes = new byte[0];
        private int length;
        private long taken;
        /** Pages that {@code taken} bytes fill. */
        private int held;

        /** Only the first {@link #length} are the body's. */
        byte[] bytes() {
            return bytes;
        }

        int length() {
            return length;
        }

        private void readAll(InputStream in, long declared, long deadline) throws IOException {
            while (true) {
                if (isPast(deadline)) {
                    throw ProblemException.tooSlow();
                }
                if (length == bytes.length) {
                    grow(declared);
                }
                int read = in.read(bytes, length, bytes.length - length);
                if (read < 0) {
                    return;
                }
                length += read;
                if (length > LONGEST) {
                    throw tooLarge();
                }
            }
        }

        private void grow(long declared) {
            int larger = larger(declared);
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

        private int larger(long declared) {
            if (bytes.length >= BELIEVED && declared > bytes.length) {
                return (int) declared + 1;
            }
            // The last step goes past the limit, so that the largest body need not be copied to see that it ends.
            return 2 * bytes.length < LONGEST ? Math.max(PAGE, 2 * bytes.length) : LONGEST + PAGE;
        }

        /**
         * Takes memory for what reading the body gives, until the body is closed.
         *
         * @throws ProblemException if there is none now
         */
        void hold(int size) {
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
    }

    /**
     * Reads all of a body.
     *
     * @param declared the length that the sender named, negative if none
     * @throws ProblemException if it is longer than allowed, or there is no memory for it now, or too many others are
     *     waited for
     */
    Body read(InputStream in, long declared) throws IOException {
        if (declared >= 0 && in.available() >= declared) {
            return readNow(in, declared);
        }
        if (!waiting.tryAcquire()) {
            throw ProblemException.busy();
        }
        try {
            return readNow(in, declared);
        } finally {
            waiting.release();
        }
    }

    private Body readNow(InputStream in, long declared) throws IOException {
        Body body = new Body();
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            if (declared > LONGEST) {
                throw tooLarge();
            }
            body.readAll(in, declared, deadline);
            return body;
        } catch (ProblemException e) {
            body.close();
            passOver(in, declared, deadline);
            throw e;
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
    }

    private static boolean isPast(long deadline) {
        return System.nanoTime() - deadline > 0;
    }

    /**
     * Reads on to the end without keeping anything: a sender that still sends does not hear the answer, and what is left
     * unread piles up in the server. Who has far too much to say is cut off instead.
     */
    private static void passOver(InputStream in, long declared, long deadline) throws IOException {
        if (declared > LONGEST_HEARD_OUT) {
            return;
        }
        byte[] page = new byte[PAGE];
        long left = LONGEST_HEARD_OUT;
        for (int read = 0; read >= 0 && left > 0 && !isPast(deadline); left -= read) {
            read = in.read(page);
        }
    }

    /** Whether no body is in memory. */
    boolean areAllClosed() {
        return free.availablePermits() == pages;
    }

    /** Bodies that are being waited for. */
    int waitedFor() {
        return MOST_WAITED_FOR - waiting.availablePermits();
    }

    private static ProblemException tooLarge() {
        return ProblemException.tooLarge("The body is larger than 32 MiB; send it to /v1/events/bulk.");
    }
}
