package nl.buurtpuls.benchmark.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.process.Stopwatch;

/**
 * How a reader of a full topic catches up.
 *
 * @param first the first moment at which something was done, so that the start of its JVM is left out
 * @param half the first moment at which half of all was done
 * @param last the last moment at which anything changed
 */
public record CatchUp(Moment first, Moment half, Moment last) {
    /** How long nothing may have changed before it is asked whether all is done: snapshots may lag a second or two. */
    private static final Duration QUIET = Duration.ofSeconds(4);

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final long SECONDS_BETWEEN_LINES = 10;

    /**
     * What stood at a moment.
     *
     * @param nanos of the clock of this JVM
     * @param done records that are done
     * @param cpu what the process had used
     */
    public record Moment(long nanos, long done, Duration cpu) {}

    /** What was done between two moments. */
    public record Stretch(Moment from, Moment to) {
        public Duration took() {
            return Duration.ofNanos(to.nanos() - from.nanos());
        }

        /** Records a second. */
        public double rate() {
            return records() / (took().toNanos() / 1e9);
        }

        /** Microseconds of CPU time a record, all threads of the process together, those that compile its code too. */
        public double cpuMicros() {
            return to.cpu().minus(from.cpu()).toNanos() / 1e3 / records();
        }

        private long records() {
            return to.done() - from.done();
        }
    }

    /** Of what was seen from the first moment at which something was done. */
    static CatchUp of(List<Moment> moments) {
        Moment last = moments.get(moments.size() - 1);
        Moment half = moments.stream()
                .filter(moment -> moment.done() >= last.done() / 2)
                .findFirst()
                .orElse(last);
        return new CatchUp(moments.get(0), half, last);
    }

    public Stretch whole() {
        return new Stretch(first, last);
    }

    /** What remains once most of the code is compiled. */
    public Stretch secondHalf() {
        return new Stretch(half, last);
    }

    /** What is watched. */
    public interface Watched {
        String name();

        /**
         * Checks that there is something to wait for.
         *
         * @throws StartFailure if a part has ended
         */
        void requireAlive();

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
    public static CatchUp watch(Watched watched, Duration every, Progress progress) throws InterruptedException {
        Stopwatch watch = new Stopwatch();
        long nextLine = SECONDS_BETWEEN_LINES;
        List<Moment> moments = new ArrayList<>();
        Moment last = new Moment(System.nanoTime(), 0, Duration.ZERO);
        long traces = watched.traces();
        while (true) {
            Thread.sleep(every.toMillis());
            watched.requireAlive();
            long done = watched.done();
            long tracesNow = watched.traces();
            long now = System.nanoTime();
            if (done != last.done() || tracesNow != traces) {
                last = new Moment(now, done, watched.cpu());
                traces = tracesNow;
                if (done > 0) {
                    moments.add(last);
                }
            }
            Duration quiet = Duration.ofNanos(now - last.nanos());
            if (!moments.isEmpty() && quiet.compareTo(QUIET) > 0 && watched.isCaughtUp()) {
                return of(moments);
            }
            if (watch.seconds() >= nextLine) {
                nextLine = watch.seconds() + SECONDS_BETWEEN_LINES;
                progress.say(String.format(Locale.ROOT, "  %,d records (%s)", done, watch));
            }
            if (quiet.compareTo(PATIENCE) > 0) {
                throw StartFailure.failed(watched.name() + " has not moved on for " + quiet.toSeconds() + " s.");
            }
        }
    }
}
