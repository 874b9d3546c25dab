package nl.buurtpuls.contract.clock;

import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells when the machine's clock was put back. Kafka's clients count their pauses, heartbeats and commits by it, and do nothing
 * until it is again where it was: a service would stand still for as long as it was put back, and look alive. So it ends at
 * once, as by SIGKILL, which loses nothing, and begins anew with the time that it is.
 */
public final class ClockWatch {

    /** What is put back by less passes by itself before a service has started again. */
    static final Duration TOLERATED = Duration.ofSeconds(5);

    private static final long AT_ONE_MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final System.Logger LOG = System.getLogger(ClockWatch.class.getName());

    private final InstantSource clock;
    private final LongSupplier nanos;
    private long lastMillis;
    private long lastNanos;

    /**
     * Watches from a moment on.
     *
     * @param nanos a clock that only goes on, from wherever it began
     * @param millis the clock at that moment
     * @param then the other at that moment
     */
    ClockWatch(InstantSource clock, LongSupplier nanos, long millis, long then) {
        this.clock = clock;
        this.nanos = nanos;
        this.lastMillis = millis;
        this.lastNanos = then;
    }

    /** How far the clock was put back since the last look; nothing or less where it was not. */
    Duration putBack() {
        long nowMillis;
        long before;
        long nowNanos;
        do { // A process that is stopped between the two has not had its clock put back.
            before = nanos.getAsLong();
            nowMillis = clock.millis();
            nowNanos = nanos.getAsLong();
        } while (nowNanos - before > AT_ONE_MOMENT_NANOS);
        Duration putBack = Duration.ofNanos(nowNanos - lastNanos).minusMillis(nowMillis - lastMillis);
        lastMillis = nowMillis;
        lastNanos = nowNanos;
        return putBack;
    }

    /** Ends this process when its clock is put back, or was since it began; to be called once. */
    public static void endWhenPutBack() {
        RuntimeMXBean process = ManagementFactory.getRuntimeMXBean();
        ClockWatch watch = new ClockWatch(
                InstantSource.system(),
                System::nanoTime,
                process.getStartTime(),
                System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(process.getUptime()));
        Thread thread = new Thread(watch::look, "clock-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void look() {
        while (true) {
            try {
                TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            } catch (InterruptedException e) {
                return;
            }
            Duration putBack = putBack();
            if (putBack.compareTo(TOLERATED) > 0) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "The clock was put back by {0} s. Kafka''s clients would stand still until it is where it was:"
                                + " this process ends, and is to be started again.",
                        Long.toString(putBack.toSeconds()));
                // Not in good order: whoever waits for a client by that clock would wait for as long.
                Runtime.getRuntime().halt(1);
            }
        }
    }
}
