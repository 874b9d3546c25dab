package nl.buurtpuls.ingest.body;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A body that comes in, as the event loop hands it over, until it is here or will not be. Ends once, whatever happens
 * first: its end, an error, or the end of patience.
 */
final class Arrival {

    /** Who has more to say after a refusal is cut off. */
    private static final long LONGEST_HEARD_OUT = 8L * Body.LONGEST;

    private final Vertx vertx;
    private final HttpServerRequest call;
    private final Body body;
    private final Reading<?> reading;
    private final long alarm;
    private @Nullable ProblemException refusal;
    private long heardOut;
    private boolean over;

    private Arrival(Vertx vertx, HttpServerRequest call, Body body, Duration patience, Reading<?> reading) {
        this.vertx = vertx;
        this.call = call;
        this.body = body;
        this.reading = reading;
        this.alarm = vertx.setTimer(
                patience.toMillis(), late -> fail(refusal == null ? ProblemException.tooSlow() : refusal));
    }

    /**
     * Lets the body come.
     *
     * @param free pages of memory that all bodies share
     */
    static void begin(Vertx vertx, HttpServerRequest call, Semaphore free, Duration patience, Reading<?> reading) {
        String length = call.getHeader("Content-Length");
        long declared = length == null ? -1 : Long.parseLong(length);
        boolean asks = "100-continue".equalsIgnoreCase(call.getHeader("Expect"));
        if (declared > (asks ? Body.LONGEST : LONGEST_HEARD_OUT)) {
            reading.fail(Body.tooLarge());
            return;
        }
        Body body = new Body(free, declared);
        if (call.isEnded()) {
            reading.begin(body);
            return;
        }
        Arrival arrival = new Arrival(vertx, call, body, patience, reading);
        // The first handler that is set would let it come before there are the others.
        call.pause();
        call.exceptionHandler(failure -> arrival.fail(new IOException(failure)));
        call.endHandler(end -> arrival.complete());
        call.handler(arrival::take);
        call.resume();
        if (asks) {
            call.response().writeContinue();
        }
    }

    private synchronized void take(Buffer more) {
        if (over) {
            return;
        }
        if (refusal == null) {
            try {
                body.add(more);
                return;
            } catch (ProblemException e) {
                body.close();
                refusal = e;
            }
        }
        // A sender that still sends does not hear the answer: what it says is heard out, and not kept.
        heardOut += more.length();
        if (heardOut > LONGEST_HEARD_OUT) {
            fail(refusal);
        }
    }

    private synchronized void complete() {
        if (refusal != null) {
            fail(refusal);
        } else if (end()) {
            reading.begin(body);
        }
    }

    private synchronized void fail(Throwable failure) {
        if (end()) {
            body.close();
            reading.fail(failure);
        }
    }

    /** False if it was over before. */
    private boolean end() {
        if (over) {
            return false;
        }
        over = true;
        vertx.cancelTimer(alarm);
        return true;
    }
}
