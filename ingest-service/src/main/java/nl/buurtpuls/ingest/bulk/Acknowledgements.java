package nl.buurtpuls.ingest.bulk;

import java.time.Duration;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Which lines of a bulk load wait for Kafka. No more than a bounded number do at a time. */
final class Acknowledgements {

    private final int most;
    private final TreeSet<Long> waiting = new TreeSet<>();
    private long entered;
    private long acknowledged;
    private long firstFailed = Long.MAX_VALUE;

    /**
     * @param most lines that may wait at a time
     * @param before number of the line before the first
     */
    Acknowledgements(int most, long before) {
        this.most = most;
        this.entered = before;
    }

    /** Waits for room for one more; false if there is none in time. */
    synchronized boolean enter(long line, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + 2 * patience.toNanos();
        while (waiting.size() >= most && !hasFailed()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                firstFailed = Math.min(firstFailed, line);
                return false;
            }
            wait(left);
        }
        if (hasFailed()) {
            firstFailed = Math.min(firstFailed, line);
            return false;
        }
        waiting.add(line);
        entered = line;
        return true;
    }

    /** What is to be told when a line is acknowledged or not. */
    BiConsumer<Void, Throwable> of(long line) {
        return (nothing, failure) -> leave(line, failure != null);
    }

    private synchronized void leave(long line, boolean failed) {
        waiting.remove(line);
        if (failed) {
            firstFailed = Math.min(firstFailed, line);
        } else {
            acknowledged++;
        }
        notifyAll();
    }

    synchronized boolean hasFailed() {
        return firstFailed != Long.MAX_VALUE;
    }

    /** Waits until no line waits; false if one was not acknowledged. */
    synchronized boolean awaitAll(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + 2 * patience.toNanos();
        while (!waiting.isEmpty()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                firstFailed = Math.min(firstFailed, waiting.first());
                return false;
            }
            wait(left);
        }
        return !hasFailed();
    }

    /** Every good line up to and with this one is in Kafka. */
    synchronized long acknowledgedThrough() {
        long before = waiting.isEmpty() ? Long.MAX_VALUE : waiting.first();
        return Math.min(Math.min(before, firstFailed) - 1, entered);
    }

    /** How many lines Kafka holds. */
    synchronized long acknowledged() {
        return acknowledged;
    }
}
