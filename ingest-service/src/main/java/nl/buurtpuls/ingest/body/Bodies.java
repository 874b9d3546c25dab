package nl.buurtpuls.ingest.body;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads bodies into memory, and no more of it than there is: many large ones at a time would otherwise take down what
 * others were promised. No thread waits while a body comes, so that a crowd of slow senders keeps nobody out.
 */
@Singleton
public final class Bodies {

    private final Vertx vertx;
    private final Executor workers;
    private final Duration patience;
    private final int pages;
    private final Semaphore free;

    @Inject
    Bodies(Vertx vertx, @ConfigProperty(name = "quarkus.http.read-timeout") Duration patience) {
        // A quarter of the heap: events and answers need the rest.
        this(
                vertx,
                Infrastructure.getDefaultWorkerPool(),
                Math.max(2L * Body.LONGEST, Runtime.getRuntime().maxMemory() / 4),
                patience);
    }

    /**
     * @param workers threads that may wait
     * @param budget bytes that all bodies may take together
     * @param patience how long a body may take to come
     */
    Bodies(Vertx vertx, Executor workers, long budget, Duration patience) {
        this.vertx = vertx;
        this.workers = workers;
        this.patience = patience;
        this.pages = (int) Math.min(Integer.MAX_VALUE, budget / Body.PAGE);
        this.free = new Semaphore(pages);
    }

    /**
     * Reads all of a call's body.
     *
     * @param use what to make of it, by a thread that may wait; when it returns, the body is gone
     * @return what was made of it; fails with a {@link ProblemException} if it is longer than allowed, does not come in
     *     time, or there is no memory for it now, and with an {@link java.io.IOException} if it broke off
     */
    public <T> Uni<T> read(HttpServerRequest call, Function<Body, T> use) {
        Function<Body, T> inContext = Infrastructure.decorate(use);
        return Uni.createFrom()
                .emitter(answer ->
                        Arrival.begin(vertx, call, free, patience, new Reading<>(workers, inContext, answer)));
    }

    /** Whether no body is in memory. */
    boolean areAllClosed() {
        return free.availablePermits() == pages;
    }
}
