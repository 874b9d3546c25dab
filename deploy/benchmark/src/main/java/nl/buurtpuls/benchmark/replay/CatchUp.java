package nl.buurtpuls.benchmark.replay;

import java.time.Duration;
import nl.buurtpuls.local.process.StartFailure;

/**
 * How a service that starts on a full topic catches up.
 *
 * @param first the first moment at which something was done, so that the start of its JVM is left out
 * @param last the last moment at which anything changed
 */
public record CatchUp(Moment first, Moment last) {
    /** How long nothing may have changed before it is asked whether all is done: snapshots may lag a second or two. */
    private static final Duration QUIET = Duration.ofSeconds(4);

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /**
     * What stood at a moment.
     *
     * @param nanos of the clock of this JVM
     * @param done records that are done
     * @param cpu what the process had used
     */
    public record Moment(long nanos, long done, Duration cpu) {}

    /** What is watched. */
    interface Watched {
        String name();

        /** Records that are done, durably. */
        long done() throws InterruptedException;

        /** Any number that changes as long as something durable comes of what was done. */
        long traces() throws InterruptedException;

        /** Whether nothing is left to do. Asked only when nothing has changed for some seconds. */
        boolean isCaughtUp() throws InterruptedException;

        /** CPU time that the process has used; zero if it does not run yet. */
        Duration cpu();
    }

    /**
     * Watches until all is done. Waiting for the quiet costs nothing: what counts is when the last change was seen.
     *
     * @param every between two looks, which is also how exact the moments are
     * @throws StartFailure if nothing moves for minutes
     */
    static CatchUp watch(Watched watched, Duration every) throws InterruptedException {
        Moment first = null;
        Moment last = new Moment(System.nanoTime(), 0, Duration.ZERO);
        long traces = watched.traces();
        while (true) {
            Thread.sleep(every.toMillis());
            long done = watched.done();
            long tracesNow = watched.traces();
            long now = System.nanoTime();
            if (done != last.done() || tracesNow != traces) {
                last = new Moment(now, done, watched.cpu());
                traces = tracesNow;
            }
            if (first == null && done > 0) {
                first = last;
            }
            Duration quiet = Duration.ofNanos(now - last.nanos());
            if (first != null && quiet.compareTo(QUIET) > 0 && watched.isCaughtUp()) {
                return new CatchUp(first, last);
            }
            if (quiet.compareTo(PATIENCE) > 0) {
                throw StartFailure.failed(watched.name() + " has not moved on for " + quiet.toSeconds() + " s.");
            }
        }
    }

    public Duration took() {
        return Duration.ofNanos(last.nanos() - first.nanos());
    }

    /** Records a second. */
    public double rate() {
        return records() / (took().toNanos() / 1e9);
    }

    /** Microseconds of CPU time a record, all threads of the process together. */
    public double cpuMicros() {
        return last.cpu().minus(first.cpu()).toNanos() / 1e3 / records();
    }

    private long records() {
        return last.done() - first.done();
    }
}
