package nl.buurtpuls.benchmark.replay;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;

/**
 * A service's start, and what it did meanwhile.
 *
 * @param ready how long it took until it called itself ready, to a quarter of a second
 */
record ServiceStart<T>(Duration ready, T watched) {
    /** Starts a service while something watches it: it works before it says that it is ready. */
    static <T> ServiceStart<T> of(Stack stack, Service service, Callable<T> watch) throws InterruptedException {
        FutureTask<T> watching = new FutureTask<>(watch);
        Thread watcher = new Thread(watching, "watch-" + service.processName());
        watcher.setDaemon(true);
        watcher.start();
        Duration ready = time(stack, service);
        try {
            return new ServiceStart<>(ready, watching.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StartFailure failure) {
                throw failure;
            }
            // If a part has ended, that is the reason, and its log tells more.
            stack.requireAlive();
            throw new IllegalStateException(service.processName() + " could not be watched", e.getCause());
        }
    }

    /** Starts a service, or stops and starts it, and returns how long it took. */
    static Duration time(Stack stack, Service service) throws InterruptedException {
        stack.process(service).close();
        long start = System.nanoTime();
        stack.restart(service);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** CPU time of a service's process; zero if it does not run. */
    static Duration cpu(Stack stack, Service service) {
        return ProcessHandle.of(stack.process(service).pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
