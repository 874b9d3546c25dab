package nl.buurtpuls.ingest.body;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import nl.buurtpuls.ingest.problem.ProblemException;

/**
 * Makes something of a body that is here. From {@link #begin} on the body is this one's to close: a caller who hangs up
 * meanwhile would otherwise leave it in memory for good.
 */
final class Reading<T> {

    private final Executor workers;
    private final Function<Body, T> use;
    private final UniEmitter<? super T> answer;
    private volatile boolean unheard;

    /**
     * @param workers threads that may wait
     * @param use what to make of the body
     * @param answer told what was made of it, or what went wrong
     */
    Reading(Executor workers, Function<Body, T> use, UniEmitter<? super T> answer) {
        this.workers = workers;
        this.use = use;
        this.answer = answer;
        answer.onTermination(() -> unheard = true);
    }

    void begin(Body body) {
        try {
            workers.execute(() -> make(body));
        } catch (RejectedExecutionException e) {
            body.close();
            fail(ProblemException.busy());
        }
    }

    private void make(Body body) {
        T made;
        try (body) {
            if (unheard) {
                return;
            }
            made = use.apply(body);
        } catch (Throwable e) {
            fail(e);
            return;
        }
        answer.complete(made);
    }

    void fail(Throwable failure) {
        answer.fail(failure);
    }
}
