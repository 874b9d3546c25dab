package nl.buurtpuls.ingest.bulk;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.buurtpuls.ingest.problem.ProblemException;

/**
 * How many bulk loads go on at once. A load may last for hours, and holds a thread: some are left to the other calls, and
 * one sender, however slow, leaves some to the other senders.
 */
@Singleton
final class BulkSlots {

    /** There are 200 threads. */
    static final int MOST = 60;

    static final int MOST_OF_ONE = 10;

    private final Map<String, Integer> bySender = new HashMap<>();
    private int taken;

    /** What a load does while it has its slot. */
    @FunctionalInterface
    interface Load {
        void run() throws IOException;
    }

    /** The right to one load. It is given back once: by the load when it ends, or for it, should it never begin. */
    final class Slot {
        private final String sender;
        private final AtomicBoolean waits = new AtomicBoolean(true);

        private Slot(String sender) {
            this.sender = sender;
        }

        /**
         * Lets the load go on to its end.
         *
         * @throws IOException if its sender had left before
         */
        void use(Load load) throws IOException {
            if (!waits.compareAndSet(true, false)) {
                throw new IOException("the connection ended before its load began");
            }
            try {
                load.run();
            } finally {
                giveBack(sender);
            }
        }

        /** The call is over. A load that goes on nevertheless has its thread still, and so its slot. */
        void callEnded() {
            if (waits.compareAndSet(true, false)) {
                giveBack(sender);
            }
        }
    }

    /**
     * Takes a slot.
     *
     * @throws ProblemException if there is none, or none for this sender
     */
    synchronized Slot take(String sender) {
        int own = bySender.getOrDefault(sender, 0);
        if (own == MOST_OF_ONE) {
            throw ProblemException.tooManyLoads(MOST_OF_ONE);
        }
        if (taken == MOST) {
            throw ProblemException.busyLoading();
        }
        taken++;
        bySender.put(sender, own + 1);
        return new Slot(sender);
    }

    private synchronized void giveBack(String sender) {
        taken--;
        bySender.computeIfPresent(sender, (name, own) -> own == 1 ? null : own - 1);
    }
}
